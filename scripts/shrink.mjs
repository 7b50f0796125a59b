// Makes what wasm-bindgen left small: what the page does not use goes, names between JavaScript and WebAssembly become short,
// and wasm-opt optimises for size. Called by build.sh:  node shrink.mjs STAGE NAME
// In STAGE, NAME.js and NAME_bg.wasm are replaced.
import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import wasm from "binaryen";
import * as esbuild from "esbuild";

const [stage, name] = process.argv.slice(2);
const at = (file) => join(stage, file);
const features = ["bulk-memory", "nontrapping-float-to-int", "reference-types", "multivalue", "sign-ext", "mutable-globals"];
const binaryen = (tool, ...args) => execFileSync(tool, [...features.map((feature) => `--enable-${feature}`), ...args], { encoding: "utf8" });

// 1. The script without what nobody calls. Classes of libraries would stay for what is done with them when it is loaded.
const glue = readFileSync(at(`${name}.js`), "utf8")
  .replace(/^if \(Symbol\.dispose\) .*$/gm, "")
  .replaceAll("new FinalizationRegistry", "/* @__PURE__ */ new FinalizationRegistry");
writeFileSync(at("glue.js"), glue);
const bundled = await esbuild.build({
  stdin: { contents: `export { default, start } from "./glue.js"`, resolveDir: stage },
  bundle: true, format: "esm", treeShaking: true, write: false, logLevel: "warning",
});
let js = bundled.outputFiles[0].text;

// 2. A panic only ends the program: there is nowhere in a browser where the library would write its words. So it ends at once, what
// makes the words goes, and so do the places in source files: the same file comes out wherever it is built.
const panics = /::panicking::|::(unwrap|expect|assert)_failed|_fail\b|_fail_rt\b|::panic_already_|::handle_(alloc_)?error|\brust_(begin_unwind|panic)/;
// Not those of our types, nor of any that shows itself likewise by `{}`: the compiler makes one function of two that are alike.
const debugs = /^<(str|char|wasm_bindgen::JsValue|hydration_context::[\w:]+|(core|alloc|std)(?!.*Arguments)[\w\[\]:<>]+) as core(\[\w+\])?::fmt::Debug>::fmt\b/;
const whole = wasm.readBinary(readFileSync(at(`${name}_bg.wasm`)));
const { BulkMemory, NontrappingFPToInt, ReferenceTypes, Multivalue, SignExt, MutableGlobals } = wasm.Features;
whole.setFeatures(BulkMemory | NontrappingFPToInt | ReferenceTypes | Multivalue | SignExt | MutableGlobals);
for (let i = 0; i < whole.getNumFunctions(); i += 1) {
  const one = whole.getFunctionByIndex(i);
  const { name: called, module, results } = wasm.getFunctionInfo(one);
  if (module === "" && panics.test(called)) wasm.Function(one).setBody(whole.unreachable());
  // What would be written by `{:?}` is for those words alone: it is written as nothing.
  if (module === "" && debugs.test(called) && results === wasm.i32) wasm.Function(one).setBody(whole.i32.const(0));
}
const silent = Buffer.from(whole.emitBinary());
for (let i = 0; i < whole.getNumDataSegments(); i += 1) {
  const { offset, data } = whole.getDataSegmentInfo(whole.getDataSegmentByIndex(i));
  const begin = silent.indexOf(Buffer.from(data));
  const segment = silent.subarray(begin, begin + data.byteLength);
  const paths = new Map();
  for (const { index, 0: path } of segment.toString("latin1").matchAll(/(?:\/[\w.+-]+|\b[a-z]+(?=\/src\/))(?:\/[\w.+-]+)*?\.rs/g)) {
    paths.set(offset + index, path.length);
    segment.fill(0, index, index + path.length);
  }
  // A `Location`: the address of a path, its length, a line, a column.
  for (let at = 0; at + 16 <= segment.length; at += 4) {
    const [path, length, line, column] = [0, 4, 8, 12].map((word) => segment.readUInt32LE(at + word));
    if (paths.get(path) === length && line > 0 && line < 100_000 && column > 0 && column < 1000) segment.fill(0, at, at + 16);
  }
}
writeFileSync(at(`${name}_bg.wasm`), silent);

// 3. The WebAssembly without what the script does not call.
const word = (text) => new RegExp(`(?<![\\w$.])${text.replace(/[$.]/g, "\\$&")}(?![\\w$])`, "g");
const called = (exported) => word(`wasm.${exported}`);
const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(at(`${name}_bg.wasm`)))).map((one) => one.name);
const roots = exported.filter((one) => called(one).test(js)).map((one) => ({ name: one, export: one, root: true }));
writeFileSync(at("roots.json"), JSON.stringify(roots));
binaryen("wasm-metadce", at(`${name}_bg.wasm`), "--graph-file", at("roots.json"), "-o", at("used.wasm"));

// 4. Small, with short names; the same ones in the script.
// Flattened and put together again, twice, with calls made for their arguments and functions that are alike made one, it is a
// hundredth less than by -Oz alone.
const again = ["--flatten", "--rereloop", "-Oz", "-Oz"];
const alike = ["--merge-similar-functions", "--dae-optimizing", "-Oz", "--merge-similar-functions", "-Oz"];
const passes = ["-Oz", ...again, "--monomorphize", "-Oz", ...again, ...alike];
const names = JSON.parse(binaryen("wasm-opt", ...passes, "--minify-imports-and-exports-and-modules", at("used.wasm"), "-o", at("small.wasm")));
for (const [, imported, short] of names.imports) js = js.replace(word(imported), () => short);
for (const [long, short] of names.exports) js = js.replace(called(long), () => `wasm.${short}`);
const modules = new Set(names.imports.map(([module]) => module));
if (modules.size !== 1) throw new Error(`one module was expected to import from, not ${[...modules].join(", ")}`);
const [module] = modules;
if (!js.includes(`"${module}"`)) throw new Error(`the script does not name ${module}`);
js = js.replaceAll(`"${module}"`, `"a"`);

// 5. They fit together: the script gives all that is asked for.
const asked = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(at("small.wasm"))));
const missing = asked.filter((one) => one.module !== "a" || !word(one.name).test(js));
if (missing.length > 0) throw new Error(`the script lacks ${missing.map((one) => one.name).join(", ")}`);

writeFileSync(at(`${name}.js`), js);
renameSync(at("small.wasm"), at(`${name}_bg.wasm`));
for (const file of ["glue.js", "roots.json", "used.wasm"]) rmSync(at(file));
