// check.mjs - whether Vega-Lite takes our specifications and draws our curves.
//
// check.mjs FOLDER NAME...: validates FOLDER/NAME.json against the schema of Vega-Lite,
// compiles it, draws it as FOLDER/NAME.svg, and compares all that its lines go through
// with the Drawing in FOLDER/NAME.dump, from frame to frame. Speaks TAP.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

const require = createRequire(import.meta.url);
const [folder, ...names] = process.argv.slice(2);

const schema = JSON.parse(
    readFileSync(require.resolve('vega-lite/build/vega-lite-schema.json'), 'utf8'),
);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat('color-hex', /^#[0-9a-f]{6}$/i);
const isValid = ajv.compile(schema);

// The faults that lie deepest: those above tell of other kinds of figures.
function faults(specification) {
    if (isValid(specification)) return [];
    const depth = (error) => error.instancePath.split('/').length;
    const deepest = Math.max(...isValid.errors.map(depth));
    return isValid.errors
        .filter((error) => depth(error) === deepest)
        .map((error) => `${error.instancePath} ${error.message}`);
}

// The lines of each panel that Vega draws: shares of the frame.
function drawnPanels(view) {
    const panels = [];
    const known = new Set(); // two axes of y have a group each
    (function walk(item, parent) {
        if (/_pathgroup$/.test(item.name ?? '') && !known.has(parent)) {
            const { width, height } = item.items[0] ?? {};
            panels.push({ width, height, lines: [] });
            known.add(parent);
        }
        if (item.marktype === 'line')
            panels.at(-1).lines.push(item.items.map((point) => [point.x, point.y]));
        (item.items ?? []).forEach((child) => walk(child, item));
    })(view.scenegraph().root);
    return panels;
}

// The same of our Drawing, contours and all that insets are made of with the curves. A
// clip is the frame, save for half a line at its edges.
function ourPanels(dump) {
    const panels = [];
    let depth = -1;
    let fills = false; // insets have them as lines, too
    for (const line of dump.split('\n')) {
        const indent = line.search(/\S/);
        if (/^\s*group panel-\d/.test(line)) panels.push({ lines: [] });
        if (indent <= depth) depth = -1;
        if (depth < 0 && /^\s*group (curves|contours|insets)$/.test(line)) {
            depth = indent;
            fills = /insets$/.test(line);
        }
        if (depth < 0) continue;
        const panel = panels.at(-1);
        const clip = /clip (\S+),(\S+) (\S+) x (\S+)/.exec(line);
        if (clip) panel.frame ??= clip.slice(1).map(Number);
        const path = /^\s*path (\w+).*?: (.*?)( closed)?$/.exec(line);
        if (path?.[1] === 'fill' && !fills) continue;
        for (const run of path?.[2].split(' | ') ?? []) {
            const points = run.split(' ').map((point) => point.split(',').map(Number));
            panel.lines.push(path[3] ? [...points, points[0]] : points);
        }
    }
    return panels;
}

function segmentDistance([x, y], [ax, ay], [bx, by]) {
    const dx = bx - ax;
    const dy = by - ay;
    const square = dx * dx + dy * dy;
    const share = square > 0 ? ((x - ax) * dx + (y - ay) * dy) / square : 0;
    const at = Math.min(1, Math.max(0, share));
    return Math.hypot(x - ax - at * dx, y - ay - at * dy);
}

function farthest(lines, others) {
    let most = 0;
    for (const point of lines.flat()) {
        let least = Infinity;
        for (const other of others)
            for (let i = 1; i < other.length; i++)
                least = Math.min(least, segmentDistance(point, other[i - 1], other[i]));
        most = Math.max(most, least);
    }
    return most;
}

// What is wrong with a figure, a line each.
async function check(name) {
    const read = (ending) => readFileSync(`${folder}/${name}.${ending}`, 'utf8');
    const specification = JSON.parse(read('json'));
    const wrong = faults(specification);
    const logged = (...words) => wrong.push(`vega says: ${words.join(' ')}`);
    const quiet = () => logger;
    const logger = { level: quiet, error: logged, warn: logged, info: quiet, debug: quiet };
    const compiled = vegaLite.compile(specification, { logger });
    const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
    writeFileSync(`${folder}/${name}.svg`, await view.toSVG());

    const drawn = drawnPanels(view);
    const ours = ourPanels(read('dump'));
    if (drawn.length !== ours.length)
        return [...wrong, `${drawn.length} panels, not ${ours.length}`];
    drawn.forEach((panel, index) => {
        const [left, top, width, height] = ours[index].frame;
        // The clip may be higher than the frame at its top, at its bottom, at both.
        const scale = panel.width / width;
        const excess = height - panel.height / scale;
        const distances = [0, excess / 2, excess].map((above) => {
            const mapped = ours[index].lines.map((line) =>
                line.map(([x, y]) => [(x - left) * scale, (y - top - above) * scale]),
            );
            return Math.max(farthest(panel.lines, mapped), farthest(mapped, panel.lines));
        });
        const apart = Math.min(...distances);
        if (panel.lines.length === 0 && ours[index].lines.length > 0) wrong.push('no lines');
        if (apart > 1) wrong.push(`panel ${index + 1}: curves ${apart.toFixed(2)} px apart`);
        else console.log(`# ${name}, panel ${index + 1}: ${apart.toFixed(3)} px`);
    });
    return wrong;
}

let failed = 0;
for (const [index, name] of names.entries()) {
    const wrong = await check(name);
    console.log(`${wrong.length ? 'not ' : ''}ok ${index + 1} - ${name}`);
    for (const line of wrong.slice(0, 20)) console.log(`# ${line}`);
    failed += wrong.length ? 1 : 0;
}
console.log(`1..${names.length}`);
process.exit(failed ? 1 : 0);
