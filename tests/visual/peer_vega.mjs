// peer_vega.mjs TABLE OUT TITLE X Y SCALE - the table's curves as SVG, at Vega-Lite's defaults.
import { readFileSync, writeFileSync } from 'node:fs';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

const [table, out, title, x, y, scale] = process.argv.slice(2);
const values = readFileSync(table, 'utf8').trimEnd().split('\n').map((line) => {
    const [panel, curve, piece, x, y] = line.split('\t');
    return { panel, curve, piece: `${curve} ${piece}`, x: Number(x), y: Number(y) };
});
const names = [...new Set(values.map((row) => row.curve))];
const several = new Set(values.map((row) => row.panel)).size > 1;
const encoding = {
    x: { field: 'x', type: 'quantitative', title: x },
    y: {
        field: 'y', type: 'quantitative', title: y,
        scale: scale === 'log' ? { type: 'log', domain: [1e-8, 1e-2] } : {},
    },
    color: { field: 'curve', type: 'nominal', sort: names },
    detail: { field: 'piece' },
};
const specification = {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    background: 'white',
    title,
    data: { values },
    mark: { type: 'line', clip: true },
    encoding: several ? { ...encoding, column: { field: 'panel', title: null } } : encoding,
    width: several ? 130 : 300,
    height: 220,
};
const compiled = vegaLite.compile(specification).spec;
const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
writeFileSync(out, await view.toSVG());
