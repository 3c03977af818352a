// figure.js - what a figure's page does: read values, zoom and pan, hide curves, change
// parameters. The page shows the SVG as it is until the first change; from then on the
// curves are computed here, by the formulas that the page brings with it.
//
// figure (the model) has
//   panels: [{frame: [x, y, width, height], x: axis, y: axis, series: [...]}]
//   axis: {kind: 'linear' | 'log' | 'symlog', low, high, linear, grid, labels}
//   series: {number, label, color, width, dash, parameters: [index], pieces: [[x, y, ...]],
//            jumps: 'dots' | 'gap' | 'line', call: function (x, p) -> [f, slope], or null}
//   parameters: [{name, of, value, low, high}]
'use strict';

function startFigure(figure, document) {
    const SVG = 'http://www.w3.org/2000/svg';
    const svg = document.querySelector('figure > svg');
    const status = document.querySelector('.status');
    const values = figure.parameters.map((parameter) => parameter.value);
    const hidden = new Set();
    const names = []; // of {element, series}: texts that name a series
    let cursor = null; // {panel, x}

    function element(name, attributes, parent) {
        const made = document.createElementNS(SVG, name);
        for (const key in attributes) made.setAttribute(key, attributes[key]);
        if (parent) parent.append(made);
        return made;
    }

    function html(name, properties, ...children) {
        const made = Object.assign(document.createElement(name), properties);
        made.append(...children);
        return made;
    }

    // --- Scales ---

    const forward = {
        linear: (axis, value) => value,
        log: (axis, value) => Math.log10(value),
        symlog: (axis, value) => Math.sign(value)*Math.log1p(Math.abs(value)/axis.linear),
    };
    const backward = {
        linear: (axis, place) => place,
        log: (axis, place) => 10**place,
        symlog: (axis, place) => Math.sign(place)*axis.linear*Math.expm1(Math.abs(place)),
    };

    function share(axis, value) {
        const low = forward[axis.kind](axis, axis.low), high = forward[axis.kind](axis, axis.high);
        return (forward[axis.kind](axis, value) - low)/(high - low);
    }

    function atShare(axis, part) {
        const low = forward[axis.kind](axis, axis.low), high = forward[axis.kind](axis, axis.high);
        return backward[axis.kind](axis, low + part*(high - low));
    }

    const toX = (panel, x) => panel.frame[0] + share(panel.x, x)*panel.frame[2];
    const axisY = (panel, series) => series && series.y2 ? panel.y2 : panel.y;
    const toY = (panel, y, series) => panel.frame[1] + (1 - share(axisY(panel, series), y))*panel.frame[3];

    function decimals(step) {
        return Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
    }

    function number(value, digits) {
        if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
        const size = Math.abs(value);
        const text = size !== 0 && (size < 1e-4 || size >= 1e6)
            ? value.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e+', 'e')
            : String(Number(value.toPrecision(digits)));
        return text.replace('-', '−').replace('e-', 'e−');
    }

    // Multiples of 1, 2 or 5 times a power of ten; powers of ten on logarithmic axes.
    function ticks(axis, room) {
        const low = Math.min(axis.low, axis.high), high = Math.max(axis.low, axis.high);
        const wanted = Math.max(2, room);
        if (axis.kind === 'log' && high/low > 30) {
            const first = Math.ceil(Math.log10(low) - 1e-9), last = Math.floor(Math.log10(high) + 1e-9);
            const step = Math.max(1, Math.ceil((last - first)/wanted)), found = [];
            for (let power = first; power <= last; power += step)
                found.push([10**power, power > -4 && power < 5 ? number(10**power, 6) : '1e' + String(power).replace('-', '−')]);
            return found;
        }
        if (axis.kind === 'symlog') {
            const found = [[0, '0']].filter(([value]) => low <= value && value <= high);
            const reach = Math.max(Math.abs(low), Math.abs(high));
            const first = Math.ceil(Math.log10(axis.linear)), last = Math.floor(Math.log10(reach));
            const step = Math.max(1, Math.ceil(2*(last - first)/wanted));
            for (let power = last; power >= first; power -= step)
                for (const value of [-(10**power), 10**power])
                    if (low <= value && value <= high) found.push([value, number(value, 6)]);
            return found;
        }
        const rough = (high - low)/wanted, power = 10**Math.floor(Math.log10(rough));
        const step = [1, 2, 5, 10].map((times) => times*power).find((one) => one >= rough*0.999);
        const found = [];
        for (let k = Math.ceil(low/step - 1e-9); k <= Math.floor(high/step + 1e-9) && found.length < 100; k++) {
            const text = Math.abs(k*step) >= 1e6 || step < 1e-9 ? number(k*step, 6)
                : (k*step).toFixed(decimals(step)).replace('-', '−');
            found.push([k*step, text]);
        }
        return found;
    }

    // --- Curves ---

    const parametersOf = (series) => series.parameters.map((index) => values[index]);

    // A line through a function: denser where it bends, broken where it jumps.
    function sample(panel, series) {
        const p = parametersOf(series), runs = [], dots = [];
        const call = (x) => Number(series.call(x, p)[0]);
        const place = (x) => ({x, y: call(x)});
        const height = (point) => toY(panel, point.y, series);
        const far = 20*panel.frame[3];
        let run = [];
        const end = () => { if (run.length > 1) runs.push(run); run = []; };
        const add = (point) => Number.isFinite(height(point)) ? run.push(point) : end();

        function jump(a, b) {
            for (let i = 0; i < 80; i++) {
                const middle = place((a.x + b.x)/2);
                if (middle.x === a.x || middle.x === b.x) break;
                if (Math.abs(height(middle) - height(a)) <= Math.abs(height(b) - height(middle))) a = middle;
                else b = middle;
            }
            if (series.jumps === 'line' || Math.abs(height(a) - height(b)) < 0.5) {
                add(a), add(b);
                return;
            }
            add(a), end(), add(b);
            if (series.jumps !== 'dots' || Math.abs(height(a)) > far || Math.abs(height(b)) > far) return;
            // The place of the jump is the rounder of two neighbouring numbers.
            const length = (point) => String(point.x).length;
            const taken = length(a) <= length(b) ? a : b;
            for (const point of [a, b]) dots.push({x: taken.x, y: point.y, filled: point === taken});
        }

        function between(a, b, depth) {
            const middle = place(atShare(panel.x, (share(panel.x, a.x) + share(panel.x, b.x))/2));
            const from = height(a), to = height(b), at = height(middle);
            if (!Number.isFinite(from) || !Number.isFinite(to) || !Number.isFinite(at)) {
                if (depth > 12) { end(); add(b); return; }
            } else if (Math.abs(at - (from + to)/2) < 0.05 && depth > 0) {
                add(b);
                return;
            } else if (depth > 12) {
                if (Math.abs(to - from) > 1) jump(a, b);
                add(b);
                return;
            }
            between(a, middle, depth + 1);
            between(middle, b, depth + 1);
        }

        const count = Math.ceil(panel.frame[2]/2);
        let last = place(atShare(panel.x, 0));
        add(last);
        for (let i = 1; i <= count; i++) {
            const next = place(atShare(panel.x, i/count));
            between(last, next, 0);
            last = next;
        }
        end();
        return {runs, dots};
    }

    function given(series) {
        const runs = series.pieces.map((piece) => {
            const run = [];
            for (let i = 0; i < piece.length; i += 2) run.push({x: piece[i], y: piece[i + 1]});
            return run;
        });
        return {runs, dots: []};
    }

    const clamp = (value) => Math.max(-1e5, Math.min(1e5, value));

    function path(panel, runs, series) {
        return runs.map((run) => 'M' + run.map((point) =>
            clamp(toX(panel, point.x)).toFixed(2) + ' ' + clamp(toY(panel, point.y, series)).toFixed(2)).join('L')).join('');
    }

    // How many of the curves below lie within half a point at x.
    function covered(panel, below, point, series) {
        const y = toY(panel, point.y, series);
        const near = (other) => Math.abs(toY(panel, read(other, point.x)[0], other) - y) < 0.5;
        return below.filter(near).length;
    }

    // The runs, cut where the number of curves below changes: [count, runs] each.
    function stretches(panel, below, runs, series) {
        const found = new Map();
        const add = (count, run) => found.set(count, [...(found.get(count) || []), run]);
        for (const run of runs) {
            let first = 0, count = covered(panel, below, run[0], series);
            for (let i = 1; i < run.length; i++) {
                const next = covered(panel, below, run[i], series);
                if (next === count) continue;
                add(Math.min(count, next), run.slice(first, i + 1));
                first = i;
                count = next;
            }
            if (first < run.length - 1) add(count, run.slice(first));
        }
        return found;
    }

    // A curve on others leaves gaps, so that they stay visible.
    function drawCurves(panel) {
        panel.layer.replaceChildren();
        const below = [];
        for (const series of panel.series) {
            if (hidden.has(series)) continue;
            const {runs, dots} = series.call ? sample(panel, series) : given(series);
            const color = series.color;
            for (const [count, parts] of stretches(panel, below, runs, series)) {
                const dash = count > 0 ? [10, 10*count] : series.dash;
                element('path', {
                    d: path(panel, parts, series), fill: 'none', stroke: color, 'stroke-width': series.width,
                    'stroke-linejoin': 'round', 'stroke-linecap': dash.length ? 'butt' : 'round',
                    'stroke-dasharray': dash.join(' '), 'data-series': series.number,
                }, panel.layer);
            }
            below.push(series);
            for (const dot of dots.sort((a, b) => a.filled - b.filled))
                element('circle', {
                    cx: toX(panel, dot.x), cy: toY(panel, dot.y, series), r: figure.dot, stroke: color,
                    'stroke-width': 1.2, fill: dot.filled ? color : figure.ground,
                }, panel.layer);
        }
    }

    function drawTicks(panel, name, axis) {
        const [left, top, width, height] = panel.frame;
        const upright = name !== 'x', far = name === 'y2', room = (upright ? height : width)/(upright ? 40 : 70);
        const side = far ? 1 : -1, edge = far ? left + width : left, across = far ? left : left + width;
        for (const [value, text] of ticks(axis, room)) {
            const x = upright ? edge : toX(panel, value);
            const y = upright ? toY(panel, value, {y2: far}) : top + height;
            if (axis.grid)
                element('line', {x1: x, y1: y, x2: upright ? across : x, y2: upright ? y : top,
                    stroke: figure.grid, 'stroke-width': figure.gridWidth}, panel.grid);
            element('line', {x1: x, y1: y, x2: upright ? x + side*figure.tick : x, y2: upright ? y : y + figure.tick,
                stroke: axis.color || figure.axis, 'stroke-width': figure.axisWidth}, panel.ticks);
            if (!axis.labels) continue;
            const label = element('text', {
                x: upright ? x + side*(Math.max(figure.tick, 0) + 4) : x,
                y: upright ? y : y + Math.max(figure.tick, 0) + 4 + figure.tickSize*0.75,
                'text-anchor': far ? 'start' : upright ? 'end' : 'middle', dy: upright ? '0.35em' : 0,
                'font-size': figure.tickSize, fill: axis.color || figure.text,
            }, panel.ticks);
            label.textContent = text;
        }
    }

    // --- From the picture to what can change ---

    const part = (panel, name) => panel.group.querySelector(`:scope > [data-name="${name}"]`);

    // What stands where the data is, but is not drawn anew, moves with it.
    function moveRest(panel) {
        const box = (axes) => {
            const x0 = share(axes.x, panel.home.x.low), x1 = share(axes.x, panel.home.x.high);
            const y0 = share(axes.y, panel.home.y.low), y1 = share(axes.y, panel.home.y.high);
            return [x1 - x0, x0, y1 - y0, y0];
        };
        const [left, top, width, height] = panel.frame;
        const [sx, dx, sy, dy] = box(panel);
        const bottom = top + height;
        const matrix = `matrix(${sx} 0 0 ${sy} ${left + dx*width - sx*left} ${bottom - dy*height - sy*bottom})`;
        for (const group of panel.rest) group.setAttribute('transform', matrix);
        const still = sx === 1 && sy === 1 && dx === 0 && dy === 0;
        for (const group of panel.texts) group.style.display = still ? '' : 'none';
    }

    function wake(panel) {
        if (panel.layer) return;
        const own = ['curves', 'dots', 'grid'].map((name) => part(panel, name)).filter(Boolean);
        for (const name of ['ticks-x', 'ticks-y', 'ticks-y2']) own.push(...panel.group.querySelectorAll(`[data-name="${name}"]`));
        panel.rest = ['field', 'regions', 'bands', 'bars', 'lines'].map((name) => part(panel, name)).filter(Boolean);
        panel.texts = ['notes', 'marks', 'veils', 'insets', 'direct'].map((name) => part(panel, name)).filter(Boolean);
        for (const group of panel.rest)
            for (const child of group.querySelectorAll('path')) child.setAttribute('vector-effect', 'non-scaling-stroke');
        const curves = part(panel, 'curves');
        const before = curves || panel.group.firstChild;
        const id = `${figure.prefix}-plane-${panel.index}`;
        const clip = element('clipPath', {id}, panel.group);
        const [x, y, width, height] = panel.frame;
        element('rect', {x, y: y - 1, width, height: height + 2}, clip);
        panel.grid = element('g', {});
        panel.layer = element('g', {'clip-path': `url(#${id})`});
        panel.ticks = element('g', {});
        before.before(panel.grid, panel.layer, panel.ticks);
        for (const group of panel.rest) {
            const frame = element('g', {'clip-path': `url(#${id})`});
            group.before(frame);
            frame.append(group);
        }
        for (const group of own) group.style.display = 'none';
    }

    function redraw(panel) {
        wake(panel);
        panel.grid.replaceChildren();
        panel.ticks.replaceChildren();
        drawTicks(panel, 'x', panel.x);
        drawTicks(panel, 'y', panel.y);
        if (panel.y2) drawTicks(panel, 'y2', panel.y2);
        moveRest(panel);
        drawCurves(panel);
        drawCursor();
    }

    let waiting = new Set();
    function later(panel) {
        if (waiting.size === 0) requestAnimationFrame(() => {
            const panels = waiting;
            waiting = new Set();
            panels.forEach(redraw);
        });
        waiting.add(panel);
    }

    // --- Names ---

    // The series as the figure's legend has them, whatever is painted first.
    const inOrder = (panel) => [...panel.series].sort((a, b) => a.place - b.place);

    // The name with the parameters as they are now: `Leaky ReLU (α=0.3)`.
    function liveLabel(series) {
        let label = series.label;
        for (const index of series.parameters) {
            const {name, value} = figure.parameters[index];
            if (values[index] === value) continue;
            const old = `${name}=${number(value, 15)}`, now = `${name}=${number(values[index], 6)}`;
            label = label.includes(old) ? label.replace(old, now) : `${label} (${now})`;
        }
        return label;
    }

    function rename() {
        for (const {element: place, series} of names) {
            const label = liveLabel(series);
            if (place.textContent === label) continue;
            place.textContent = label;
        }
    }

    // --- Reading values ---

    function dataAt(series, x) {
        for (const piece of series.pieces)
            for (let i = 2; i < piece.length; i += 2) {
                const a = piece[i - 2], b = piece[i];
                if (Math.min(a, b) <= x && x <= Math.max(a, b) && a !== b) {
                    const slope = (piece[i + 1] - piece[i - 1])/(b - a);
                    return [piece[i - 1] + slope*(x - a), slope];
                }
            }
        return [NaN, NaN];
    }

    const read = (series, x) => series.call ? series.call(x, parametersOf(series)).map(Number) : dataAt(series, x);

    function drawCursor() {
        overlay.replaceChildren();
        status.replaceChildren();
        if (!cursor) return;
        const {panel, x} = cursor, [, top, , height] = panel.frame;
        const place = toX(panel, x);
        element('line', {class: 'guide', x1: place, x2: place, y1: top, y2: top + height}, overlay);
        const body = html('tbody');
        for (const series of inOrder(panel)) {
            if (hidden.has(series)) continue;
            const [f, slope] = read(series, x), y = toY(panel, f, series);
            if (y >= top && y <= top + height)
                element('circle', {class: 'mark', cx: place, cy: y, r: 4, fill: series.color}, overlay);
            const swatch = html('span', {className: 'swatch'});
            swatch.style.borderColor = series.color;
            const name = html('span', {}, swatch, liveLabel(series));
            name.style.display = 'inline-flex';
            name.style.gap = '7px';
            name.style.alignItems = 'center';
            body.append(html('tr', {}, html('td', {}, name), html('td', {textContent: number(f, 10)}),
                html('td', {textContent: number(slope, 10)})));
        }
        const head = html('tr', {}, html('th', {textContent: `x = ${number(x, 7)}`, scope: 'col'}),
            html('th', {textContent: 'f(x)', scope: 'col'}), html('th', {textContent: 'f′(x)', scope: 'col'}));
        status.append(html('table', {}, html('thead', {}, head), body));
    }

    function readAt(panel, x) {
        cursor = {panel, x};
        drawCursor();
    }

    // --- Zoom and pan ---

    function setRange(axis, low, high) {
        const a = forward[axis.kind](axis, low), b = forward[axis.kind](axis, high);
        const tiny = 1e-13*Math.max(Math.abs(a), Math.abs(b), axis.kind === 'linear' ? 1e-290 : 1);
        if (!Number.isFinite(low) || !Number.isFinite(high) || !(Math.abs(b - a) > tiny)) return false;
        axis.low = low;
        axis.high = high;
        return true;
    }

    function change(panel, x0, x1, y0, y1) {
        const x = [atShare(panel.x, x0), atShare(panel.x, x1)], y = [atShare(panel.y, y0), atShare(panel.y, y1)];
        for (const other of figure.panels) {
            if (other === panel || figure.shareX) setRange(other.x, ...x);
            if (other === panel || figure.shareY) setRange(other.y, ...y);
            if (other === panel && panel.y2) setRange(panel.y2, atShare(panel.y2, y0), atShare(panel.y2, y1));
            if (other === panel || figure.shareX || figure.shareY) later(other);
        }
    }

    function zoom(panel, factor, at = [0.5, 0.5], both = true) {
        const [u, v] = at;
        change(panel, u - u*factor, u + (1 - u)*factor,
            both ? v - v*factor : 0, both ? v + (1 - v)*factor : 1);
    }

    function reset() {
        for (const panel of figure.panels) {
            Object.assign(panel.x, panel.home.x);
            Object.assign(panel.y, panel.home.y);
            if (panel.y2) Object.assign(panel.y2, panel.home.y2);
            later(panel);
        }
    }

    function toShares(panel, event) {
        const matrix = svg.getScreenCTM().inverse();
        const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
        const [x, y, width, height] = panel.frame;
        return [(point.x - x)/width, 1 - (point.y - y)/height];
    }

    function listenToPointer(panel, plane) {
        const pressed = new Map();
        plane.addEventListener('pointermove', (event) => {
            const at = toShares(panel, event), before = pressed.get(event.pointerId);
            if (before && pressed.size === 1) {
                plane.classList.add('moving');
                change(panel, before[0] - at[0], 1 + before[0] - at[0], before[1] - at[1], 1 + before[1] - at[1]);
            } else if (before && pressed.size === 2) {
                const other = [...pressed.entries()].find(([id]) => id !== event.pointerId)[1];
                const span = (one) => Math.max(0.02, Math.hypot(one[0] - other[0], one[1] - other[1]));
                zoom(panel, span(before)/span(at), other);
            }
            if (before) pressed.set(event.pointerId, at);
            readAt(panel, atShare(panel.x, Math.min(1, Math.max(0, at[0]))));
        });
        plane.addEventListener('pointerdown', (event) => {
            plane.setPointerCapture(event.pointerId);
            pressed.set(event.pointerId, toShares(panel, event));
        });
        for (const name of ['pointerup', 'pointercancel'])
            plane.addEventListener(name, (event) => {
                pressed.delete(event.pointerId);
                plane.classList.remove('moving');
            });
        plane.addEventListener('pointerleave', () => {
            if (document.activeElement === plane) return;
            cursor = null;
            drawCursor();
        });
        plane.addEventListener('wheel', (event) => {
            event.preventDefault();
            zoom(panel, Math.exp(event.deltaY*0.002), toShares(panel, event), !event.shiftKey);
        }, {passive: false});
        plane.addEventListener('dblclick', reset);
    }

    function listenToKeys(panel, plane) {
        plane.addEventListener('keydown', (event) => {
            const at = cursor && cursor.panel === panel ? share(panel.x, cursor.x) : 0.5;
            const move = (dx, dy) => change(panel, dx, 1 + dx, dy, 1 + dy);
            const step = event.shiftKey ? 0.001 : 0.01;
            const act = {
                ArrowLeft: () => event.altKey ? move(-0.1, 0) : readAt(panel, atShare(panel.x, Math.max(0, at - step))),
                ArrowRight: () => event.altKey ? move(0.1, 0) : readAt(panel, atShare(panel.x, Math.min(1, at + step))),
                ArrowUp: () => move(0, 0.1),
                ArrowDown: () => move(0, -0.1),
                '+': () => zoom(panel, 0.8, [at, 0.5]),
                '=': () => zoom(panel, 0.8, [at, 0.5]),
                '-': () => zoom(panel, 1.25, [at, 0.5]),
                '0': reset,
                Home: () => readAt(panel, panel.x.low),
                End: () => readAt(panel, panel.x.high),
                Escape: () => { cursor = null; drawCursor(); },
            }[event.key];
            if (!act || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            act();
        });
    }

    // --- Controls beside the picture ---

    function toggle(all, button) {
        const on = all.some((series) => hidden.has(series));
        for (const series of all) on ? hidden.delete(series) : hidden.add(series);
        button.setAttribute('aria-pressed', String(on));
        for (const entry of svg.querySelectorAll('[data-entry]'))
            if (entry.dataset.entry === all[0].label) entry.classList.toggle('off', !on);
        figure.panels.forEach(later);
    }

    // One for each curve, and one for all of a family too large for a legend.
    function addButtons(controls) {
        const named = new Map();
        for (const panel of figure.panels) {
            const large = new Set(panel.series.filter((one) => !one.named).map((one) => one.family));
            for (const series of inOrder(panel)) {
                const whole = series.family && large.has(series.family);
                const key = whole ? `all ${series.family}` : `one ${series.label} ${series.color}`;
                if (series.label) named.set(key, [...(named.get(key) || []), series]);
            }
        }
        if (named.size < 2) return;
        for (const all of named.values()) {
            const swatch = html('span', {className: 'swatch'});
            swatch.style.borderColor = all[0].color;
            const last = all[all.length - 1].label;
            const several = all[0].label !== last;
            const name = html('span', {textContent: several ? `${all[0].label} … ${last}` : last});
            const button = html('button', {type: 'button'}, swatch, name);
            if (!several) names.push({element: name, series: all[0]});
            button.setAttribute('aria-pressed', 'true');
            button.addEventListener('click', () => toggle(all, button));
            controls.append(button);
            for (const text of svg.querySelectorAll('[data-name="legend"] text'))
                if (text.textContent.trim() === all[0].label) {
                    const spans = text.querySelectorAll('tspan');
                    if (spans.length === 1) {
                        spans[0].removeAttribute('textLength');
                        spans[0].removeAttribute('lengthAdjust');
                        names.push({element: spans[0], series: all[0]});
                    }
                    text.dataset.entry = all[0].label;
                    text.addEventListener('click', () => button.click());
                }
        }
    }

    function addSlider(controls, parameter, index) {
        const step = 10**Math.floor(Math.log10((parameter.high - parameter.low)/200));
        const name = parameter.of ? `${parameter.of}: ${parameter.name}` : parameter.name;
        const common = {min: parameter.low, max: parameter.high, step, value: parameter.value};
        const slider = html('input', {type: 'range', ...common}), box = html('input', {type: 'number', ...common});
        slider.value = parameter.value;
        slider.setAttribute('aria-label', name);
        box.setAttribute('aria-label', `${name}, value`);
        box.step = 'any';
        function set(from, to) {
            const value = Number(from.value);
            if (from.value === '' || !Number.isFinite(value) || value < parameter.least || value > parameter.most) return;
            values[index] = value;
            to.value = value;
            rename();
            figure.panels.filter((panel) => panel.series.some((series) => series.parameters.includes(index)))
                .forEach(later);
        }
        slider.addEventListener('input', () => set(slider, box));
        box.addEventListener('input', () => set(box, slider));
        parameter.set = (value) => { slider.value = box.value = value; set(box, slider); };
        controls.append(html('label', {}, name, slider, box));
    }

    figure.panels.forEach((panel, index) => {
        panel.index = index;
        panel.group = svg.querySelector(`[data-name="panel-${index + 1}"]`);
        panel.home = {x: {low: panel.x.low, high: panel.x.high}, y: {low: panel.y.low, high: panel.y.high}};
        if (panel.y2) panel.home.y2 = {low: panel.y2.low, high: panel.y2.high};
        const [x, y, width, height] = panel.frame;
        const plane = element('rect', {
            class: 'plane', x, y, width, height, tabindex: 0, role: 'application',
            'aria-label': `${panel.title || figure.title}: arrow keys read values, plus and minus zoom, 0 resets`,
        }, panel.group);
        const legend = part(panel, 'legend');
        if (legend) panel.group.append(legend);
        listenToPointer(panel, plane);
        listenToKeys(panel, plane);
        panel.plane = plane;
    });
    svg.setAttribute('role', 'group');
    const overlay = element('g', {}, svg);
    const [buttons, sliders] = document.querySelectorAll('.controls');
    addButtons(buttons);
    figure.parameters.forEach((parameter, index) => addSlider(sliders, parameter, index));
    const back = html('button', {type: 'button', textContent: 'Reset view'});
    back.addEventListener('click', () => {
        figure.parameters.forEach((parameter) => parameter.set(parameter.value));
        reset();
    });
    buttons.append(back);
    return {read, readAt, redraw, zoom, reset, values, sample};
}
