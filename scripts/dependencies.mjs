// Names every dependency that nothing uses, or says how many there are. Reads `cargo metadata --no-deps` from standard input, and the
// npm packages' own files. Used is what the sources name.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const files = (folder, ending) =>
  !existsSync(folder) ? [] : readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : files(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
// Without the lines that are comments: a name in prose is no use of it.
const code = (paths) => paths.map((path) => readFileSync(path, "utf8").replace(/^\s*(\/\/|\*|# ).*$/gm, "")).join("\n");
const has = (text, word) => new RegExp(`(?<![\\w-])${word.replace(/[/.]/g, "\\$&")}(?![\\w-])`).test(text);

const unused = [];
let count = 0;
const judge = (used, name) => {
  count += 1;
  if (!used) unused.push(name);
};

const crates = JSON.parse(readFileSync(0, "utf8")).packages;
for (const crate of crates) {
  const rust = (...parts) => parts.flatMap((part) => files(join(crate.manifest_path, "..", part), /\.rs$/));
  const script = [join(crate.manifest_path, "..", "build.rs")].filter(existsSync).concat(rust("build"));
  const of = { normal: code(rust("src")), build: code(script), dev: code(rust("src", "tests", "examples").concat(script)) };
  for (const { name, rename, kind } of crate.dependencies) {
    // At the head of a path: `bytes` may be a variable, and `crate::http` a module.
    const path = new RegExp(`(?<![\\w:])${(rename ?? name).replaceAll("-", "_")}(::|;)`);
    judge(path.test(of[kind ?? "normal"]), `${crate.name}: ${name}`);
  }
}

// What the workspace offers must be taken by a crate.
const taken = new Set(crates.flatMap((crate) => crate.dependencies.map(({ name }) => name)));
const [offered] = readFileSync("Cargo.toml", "utf8").split("[workspace.dependencies]")[1].split("\n[");
for (const [, name] of offered.matchAll(/^([\w-]+) = /gm)) judge(taken.has(name), `Cargo.toml: ${name}`);

// An npm package is imported, run by the name of one of its commands, looked into by its path, or asked for by one that is.
for (const folder of ["scripts", "end2end"]) {
  const { devDependencies, scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const text = code([...files(folder, /\.(ts|mjs)$/), ...files("scripts", /\.sh$/)]) + Object.values(scripts ?? {}).join("\n");
  const names = Object.keys(devDependencies);
  const lock = (name) => packages[`node_modules/${name}`];
  const peers = new Set(names.flatMap((name) => Object.keys(lock(name).peerDependencies ?? {})));
  for (const name of names) {
    const words = [name, ...Object.keys(lock(name).bin ?? {})];
    if (name.startsWith("@types/")) words.push(name === "@types/node" ? "node" : name.slice("@types/".length));
    const inPath = name.split("/").every((part) => text.includes(`"${part}"`));
    judge(inPath || peers.has(name) || words.some((word) => has(text, word)), `${folder}: ${name}`);
  }
}

console.log(unused.length ? ["used nowhere:", ...unused].join("\n  ") : `${count} dependencies, each of them used`);
process.exitCode = unused.length ? 1 : 0;
