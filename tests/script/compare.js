// compare.js - runs the catalogue's scripts beside the engine's values.
'use strict';
const LIMIT = 1e-12;
const RANGE = 700; // beyond, exponentials of exponentials are not written out

function isNear(got, wanted) {
    if (Object.is(got, wanted) || got === wanted) return true;
    return Math.abs(got - wanted) <= LIMIT*Math.max(1, Math.abs(wanted));
}

let count = 0;
for (const row of require('./catalogue.js')) {
    count++;
    row.x.forEach((x, i) => {
        const [f, slope] = row.call(x, row.p).map(Number);
        if (Math.abs(x) > RANGE || isNear(f, row.f[i]) && isNear(slope, row.d[i])) return;
        console.log(`${row.key}(${x}): ${f}, ${slope} for ${row.f[i]}, ${row.d[i]}`);
        process.exitCode = 1;
    });
}
console.log(`${count} functions`);
