/* jump.c - the dots that tell which value a function takes where it jumps. */
#include "scene/jump.h"

#include "scene/scene.h"

#include <math.h>

static void add_dot(const Frame *frame, GArray *dots, double x, double y, bool filled)
{
    double share = scale_map(&frame->y, y);
    if (!isfinite(share) || share < -1e-9 || share > 1 + 1e-9)
        return;
    SceneDot dot = {.at = {x, CLAMP(y, frame->y.low, frame->y.high)}, .filled = filled};
    g_array_append_val(dots, dot);
}

bool jump_add_dots(const SampledFunction *function, const Frame *frame, GArray *dots)
{
    guint jumps = 0;
    for (unsigned i = 0; i < function->switch_count; i++)
        jumps += function->switches[i].kind == SWITCH_JUMP;
    if (jumps > JUMP_MAX_DOTTED)
        return false;
    for (unsigned i = 0; i < function->switch_count; i++) {
        const Switch *at = &function->switches[i];
        if (at->kind != SWITCH_JUMP || at->x < frame->x.low || at->x > frame->x.high)
            continue;
        /* A hole in an otherwise unbroken line is not worth a mark. */
        if (isnan(at->at.f) && at->left.f == at->right.f)
            continue;
        if (at->left.f != at->at.f && at->x > frame->x.low)
            add_dot(frame, dots, at->x, at->left.f, false);
        bool apart = at->right.f != at->left.f || at->x == frame->x.low;
        if (at->right.f != at->at.f && at->x < frame->x.high && apart)
            add_dot(frame, dots, at->x, at->right.f, false);
        add_dot(frame, dots, at->x, at->at.f, true);
    }
    return true;
}
