/* course.h - what happens while networks learn: what several experiments have in
 * common.
 */
#ifndef ACTPLOT_NETWORK_COURSE_H
#define ACTPLOT_NETWORK_COURSE_H

#include "network/trainer.h"

/* One kind of network, of which there is one a seed. */
typedef struct {
    Tape *tape;    /* of f, f' and, if y is learned, df/dy */
    bool learns_y; /* a parameter of f, one a layer */
    double y;      /* where it begins */
} CourseKind;

typedef struct {
    const Plan *plan;
    const Task *task;
    GArray *kinds;  /* of CourseKind */
    double bias;    /* added to the hidden layers' biases at the start */
    unsigned width; /* values that are measured at once */
    void (*measure)(Trainer *trainer, double *values);
    unsigned points; /* trainer_points() */
    double *values;  /* width of a point, points of a seed, seeds of a kind */
} Course;

/* Before any kind is added. */
void course_init(Course *course, const Plan *plan, const Task *task, unsigned width,
                 void (*measure)(Trainer *trainer, double *values));
void course_release(Course *course);

/* A function; PReLU learns its parameter. */
void course_add(Course *course, const ExperimentFunction *function);

/* A function whose only parameter is learned, from start on; name (NULL: not wanted) is
 * set to it as shown: `α`. */
bool course_add_learned(Course *course, const ExperimentFunction *function,
                        double start, const char **name, GError **error);

/* Trains and measures them all. */
void course_run(Course *course);

/* The epoch of a point, and the first seed's value there; a seed's are points*width
 * apart. */
double course_epoch(const Course *course, unsigned point);
const double *course_value(const Course *course, unsigned kind, unsigned point,
                           unsigned which);

#endif
