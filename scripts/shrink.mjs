// Makes what wasm-bindgen left small, with documented options of esbuild and passes of binaryen. Called by build.sh:
//   node shrink.mjs STAGE NAME
// In STAGE, NAME.js and NAME_bg.wasm are replaced.
import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";

const [stage, name] = process.argv.slice(2);
const at = (file) => join(stage, file);
const features = ["bulk-memory", "nontrapping-float-to-int", "reference-types", "multivalue", "sign-ext", "mutable-globals"];
const binaryen = (tool, ...args) => execFileSync(tool, [...features.map((feature) => `--enable-${feature}`), ...args], { encoding: "utf8" });

// The script with only what is called. Classes of libraries would stay, because they are registered when they are loaded.
const script = async (options) => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `export { default, start } from "./${name}.js"`, resolveDir: stage },
    bundle: true, format: "esm", treeShaking: true, write: false, logLevel: "warning",
    define: { "Symbol.dispose": "false" }, pure: ["FinalizationRegistry"], ...options,
  });
  return outputFiles[0].text;
};
const plain = await script({});

// 1. The WebAssembly with only what the script calls (wasm-metadce).
const names = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(at(`${name}_bg.wasm`)))).map((one) => one.name);
const called = new Set(plain.match(/(?<=\bwasm\.)[\w$]+/g));
const roots = names.filter((one) => called.has(one)).map((one) => ({ name: one, export: one, root: true }));
writeFileSync(at("roots.json"), JSON.stringify(roots));
binaryen("wasm-metadce", at(`${name}_bg.wasm`), "--graph-file", at("roots.json"), "-o", at("used.wasm"));

// 2. Optimised for size (wasm-opt). Flattened and put together again, and with functions that are alike made one, it is a hundredth
// less than by -Oz alone. The last pass gives short names to what script and WebAssembly exchange, and prints them.
const again = ["--flatten", "--rereloop", "-Oz", "-Oz"];
const alike = ["--merge-similar-functions", "--dae-optimizing", "-Oz"];
const passes = ["-Oz", ...again, "--monomorphize", "-Oz", ...again, ...alike];
const printed = binaryen("wasm-opt", ...passes, "--minify-imports-and-exports-and-modules", at("used.wasm"), "-o", at("small.wasm"));

// 3. The same short names in the script (esbuild's mangleCache).
const { imports, exports } = JSON.parse(printed);
const short = Object.fromEntries([[`./${name}_bg.js`, "a"], ...imports.map(([, long, short]) => [long, short]), ...exports]);
const escaped = Object.keys(short).map((long) => long.replace(/[$./]/g, "\\$&"));
const js = await script({ mangleProps: new RegExp(`^(?:${escaped.join("|")})$`), mangleQuoted: true, mangleCache: short });

writeFileSync(at(`${name}.js`), js);
renameSync(at("small.wasm"), at(`${name}_bg.wasm`));
for (const file of ["roots.json", "used.wasm"]) rmSync(at(file));
