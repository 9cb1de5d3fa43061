// Bundles styles and scripts, makes the sprite of the icons named in icons.txt, and packs each text file with Brotli once.
import { build } from 'esbuild';
import { brotliCompressSync, constants } from 'node:zlib';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';

const dist = '../wwwroot/dist';
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await build({
  entryPoints: ['app.js', 'charts.js', 'app.css'], outdir: dist, bundle: true, minify: true, format: 'esm', target: 'es2020',
  external: ['*.woff2'], legalComments: 'none', logLevel: 'warning',
});
copyFileSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', `${dist}/inter.woff2`);

const names = readFileSync('icons.txt', 'utf8').split(/\s+/).filter(Boolean).sort();
const symbols = names.map(name => {
  const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
  const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return `<symbol id="${name}" viewBox="0 0 24 24">${body.replace(/\s+/g, ' ').trim()}</symbol>`;
});
writeFileSync(`${dist}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);

for (const file of readdirSync(dist).filter(f => /\.(js|css|svg)$/.test(f))) {
  const packed = brotliCompressSync(readFileSync(`${dist}/${file}`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(`${dist}/${file}.br`, packed);
}
