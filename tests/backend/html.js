// html.js - a visitor of an interactive page: what it does stands at the page's end, and
// what it sees is written into a pre of its own, for tests/backend/html.sh.
'use strict';
const seen = [];
const say = (name, value) => seen.push(`${name}: ${typeof value === 'number' ? value.toPrecision(15) : value}`);
const key = (target, name, more = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true, ...more}));
const at = (panel, u, v) => {
    const box = panel.plane.getBoundingClientRect();
    return {clientX: box.left + u*box.width, clientY: box.top + (1 - v)*box.height, pointerId: 1, bubbles: true, cancelable: true};
};
const readings = () => [...document.querySelectorAll('.status tbody tr')]
    .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
const paths = (panel) => panel.layer.querySelectorAll('path').length;

function visit() {
    const [panel] = figure.panels, {plane} = panel;
    say('panels', figure.panels.length);
    say('parameters', figure.parameters.map((one) => `${one.of} ${one.name}=${one.value}`).join(', '));
    say('nothing is read', readings().length);

    plane.focus();
    key(plane, 'ArrowRight');
    say('arrow key', document.querySelector('.status th').textContent);
    key(plane, 'ArrowRight', {shiftKey: true});
    say('finely', document.querySelector('.status th').textContent);
    say('rows', readings().length);
    say('reads', readings()[0]);
    key(plane, 'Escape');
    say('nothing is read again', readings().length);

    plane.dispatchEvent(new PointerEvent('pointermove', at(panel, 0.75, 0.5)));
    say('pointer', document.querySelector('.status th').textContent);

    key(plane, '+');
    say('zoomed', `${panel.x.low.toFixed(6)} ${panel.x.high.toFixed(6)}`);
    key(plane, '0');
    say('back', `${panel.x.low} ${panel.x.high}`);
    key(plane, 'ArrowUp');
    say('moved', panel.y.low !== panel.home.y.low);
    plane.dispatchEvent(new WheelEvent('wheel', {...at(panel, 0.5, 0.5), deltaY: -400}));
    say('wheel', panel.x.high - panel.x.low < panel.home.x.high - panel.home.x.low);
    plane.dispatchEvent(new MouseEvent('dblclick', at(panel, 0.5, 0.5)));
    say('double click', `${panel.x.low} ${panel.x.high}`);

    plane.setPointerCapture = () => {}; // for pointers that do not exist
    plane.dispatchEvent(new PointerEvent('pointerdown', at(panel, 0.5, 0.5)));
    plane.dispatchEvent(new PointerEvent('pointermove', at(panel, 0.6, 0.5)));
    plane.dispatchEvent(new PointerEvent('pointerup', at(panel, 0.6, 0.5)));
    say('dragged', `${panel.x.low.toFixed(4)} ${panel.x.high.toFixed(4)}`);
    key(plane, '0');
    actplot.redraw(panel);

    const buttons = [...document.querySelectorAll('.controls button')];
    say('buttons', buttons.map((button) => button.textContent).join(', '));
    const before = paths(panel);
    buttons[0].click();
    actplot.redraw(panel);
    say('hidden', `${buttons[0].getAttribute('aria-pressed')} ${paths(panel) < before}`);
    buttons[0].click();
    actplot.redraw(panel);
    say('shown', `${buttons[0].getAttribute('aria-pressed')} ${paths(panel) === before}`);

    const slider = document.querySelector('input[type=range]');
    if (slider) {
        slider.value = 0.5;
        slider.dispatchEvent(new Event('input'));
        say('slider', actplot.read(panel.series[0], -3).join(' '));
        say('renamed', buttons[0].textContent);
    }
    for (const one of figure.panels) {
        actplot.redraw(one);
        one.series.forEach((series) => {
            if (!series.call) return;
            const {runs, dots} = actplot.sample(one, series);
            say('curve', `${series.label} in ${runs.length} runs, dots ${JSON.stringify(dots)}`);
        });
    }
}

window.addEventListener('error', (event) => say('fault', event.message));
try { visit(); } catch (fault) { say('fault', fault.stack); }
const page = document.createElement('pre');
page.id = 'seen';
page.textContent = seen.join('\n');
document.body.append(page);
