// Puts the site together: bundled and minified CSS and JS, content hashes in the names, compressed copies, hash.txt.
// Called by build.sh:  node assets.mjs release|dev STAGE SITE NAME
//   STAGE  holds NAME.js and NAME_bg.wasm as wasm-bindgen (and wasm-opt) left them
//   SITE   is what the server serves; everything in it that is no longer wanted is removed
// Work whose result is there already is not done again: a name with a hash tells its content.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import * as esbuild from "esbuild";
import { bundle } from "lightningcss";
import subsetFont from "subset-font";

const [mode, stage, site, name] = process.argv.slice(2);
const release = mode === "release";
const root = resolve(dirname(new URL(import.meta.url).pathname), "..");
const pkg = join(site, "pkg");

// The oldest browsers that run our WebAssembly (reference types, bulk memory) and have `:has()` and `<dialog>`.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = { chrome: version(111), edge: version(111), firefox: version(121), safari: version(16, 4), ios_saf: version(16, 4) };
const esTargets = ["chrome111", "firefox121", "safari16.4"];

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
const write = (path, bytes) => {
  // An unchanged file keeps its time of change, and its compressed copies.
  if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0) return;
  for (const old of [path, `${path}.br`, `${path}.gz`]) rmSync(old, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};
const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : [];

// 1. What goes into the site.
// The typeface: letters, signs and arrows of Latin scripts, in the weights that the stylesheet uses.
const range = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
const letters = {
  latin: `${range(0x20, 0x7e)}${range(0xa0, 0xff)}\u0152\u0153\u2002\u202f–—‘’‚“”„†•…‰‹›€™→←↑↓−✓`,
  "latin-ext": range(0x100, 0x17f),
};
const typeface = join(root, "scripts", "node_modules", "@fontsource-variable", "geist");
const font = (part) => subsetFont(readFileSync(join(typeface, "files", `geist-${part}-wght-normal.woff2`)), letters[part], {
  targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700, default: 400 } },
});
// What the stylesheet names as `font:…`, or as `asset:…` of its own folder, gets a name with a hash.
const css = (file, fonts) => {
  const { code } = bundle({ filename: join(root, "style", file), minify: release, targets });
  const asset = (file) => {
    const bytes = readFileSync(join(root, "style", file));
    const named = `${hashOf(bytes)}.${file}`;
    write(join(pkg, named), bytes);
    wanted.add(join(pkg, named));
    return named;
  };
  const named = { font: (part) => fonts[part], asset };
  return Buffer.from(Buffer.from(code).toString().replace(/url\("?(font|asset):([\w.-]+)"?\)/g, (_, kind, what) => `url(${named[kind](what)})`));
};
// Bundled, because wasm-bindgen may leave small scripts of libraries ("snippets") beside the glue.
const js = async () => {
  const built = await esbuild.build({
    entryPoints: [join(stage, `${name}.js`)],
    bundle: true, format: "esm", target: esTargets, minify: release, legalComments: "none", write: false, logLevel: "warning",
  });
  return Buffer.from(built.outputFiles[0].contents);
};
const wanted = new Set();
const fonts = {};
for (const part of Object.keys(letters)) {
  const bytes = await font(part);
  fonts[part] = `${part}.${hashOf(bytes)}.woff2`;
  write(join(pkg, fonts[part]), bytes);
  wanted.add(join(pkg, fonts[part]));
}
const licence = join(pkg, "geist.licence.txt");
write(licence, readFileSync(join(typeface, "LICENSE")));
wanted.add(licence);
const content = { js: await js(), wasm: readFileSync(join(stage, `${name}_bg.wasm`)), css: css("main.css", fonts) };
const assets = {};
let hashes = `font: ${fonts.latin.split(".")[1]}\nfont-beyond: ${fonts["latin-ext"].split(".")[1]}\n`;
const help = css("help.css", fonts);
hashes += `help: ${hashOf(help)}\n`;
write(join(pkg, `help.${hashOf(help)}.css`), help);
wanted.add(join(pkg, `help.${hashOf(help)}.css`));
for (const kind of ["js", "wasm", "css"]) {
  const hash = hashOf(content[kind]);
  assets[kind] = join(pkg, `${name}.${hash}.${kind}`);
  write(assets[kind], content[kind]);
  wanted.add(assets[kind]);
  hashes += `${kind}: ${hash}\n`; // as cargo-leptos writes it, and as leptos reads it
}
for (const file of filesIn(join(root, "public"))) {
  const path = join(site, relative(join(root, "public"), file));
  write(path, readFileSync(file));
  wanted.add(path);
}
const hashFile = join(site, "hash.txt");
writeFileSync(hashFile, hashes);

// 2. Compressed copies, for release only: the server sends these instead of compressing at each request.
const compressible = /\.(js|wasm|css|svg|json|txt|webmanifest)$/;
const withCopies = release ? [...wanted].filter((path) => compressible.test(path)) : [];
const jobs = withCopies.flatMap((path) => [
  [path, `${path}.br`, (bytes) => promisify(brotliCompress)(bytes, { params: {
    [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })],
  [path, `${path}.gz`, (bytes) => promisify(gzip)(bytes, { level: 9 })],
]);
for (const [, copy] of jobs) wanted.add(copy);
const todo = jobs.filter(([, copy]) => !existsSync(copy));
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (let job = todo.pop(); job; job = todo.pop()) {
    const [path, copy, compress] = job;
    writeFileSync(copy, await compress(readFileSync(path)));
  }
}));

// 3. What earlier builds left.
wanted.add(hashFile);
for (const path of filesIn(site)) if (!wanted.has(path)) rmSync(path);

// 4. The sizes, in bytes.
let [raw, packed] = [0, 0];
console.log(`${"first load".padEnd(42)}${"raw".padStart(10)}${(release ? "brotli" : "").padStart(10)}`);
for (const kind of ["wasm", "js", "css"]) {
  const size = statSync(assets[kind]).size;
  const small = release ? statSync(`${assets[kind]}.br`).size : 0;
  raw += size;
  packed += small;
  console.log(`${relative(site, assets[kind]).padEnd(42)}${String(size).padStart(10)}${(release ? String(small) : "").padStart(10)}`);
}
for (const part of Object.values(fonts)) {
  console.log(`${`pkg/${part}`.padEnd(42)}${String(statSync(join(pkg, part)).size).padStart(10)}`);
}
console.log(`${"sum".padEnd(42)}${String(raw).padStart(10)}${(release ? String(packed) : "").padStart(10)}`);
