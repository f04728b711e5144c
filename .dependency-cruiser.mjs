// House rules on imports; script/generate/layers.ts declares who may import whom.
// Two trees are read: `sources` has every import of the sources, types included (script/imports.ts), and `emitted` is what the
// compiler makes of them, where type imports have vanished, so that what is left really loads (script/build.ts).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { layers, opensAdapters, pureParts, stages } from "./script/generate/layers.ts";

const root = import.meta.dirname;
const sources = "^\\.cache/imports/src/";
const emitted = "^\\.cache/js/src/";
const any = (names) => `(${names.join("|")})`;

const offered = stages.flatMap(({ name, offers }) => offers.map((file) => `${name}/${file}`));
const openToAll = `${sources}stages/${any(["shared/.*", "[^/]+/stage", ...offered])}\\.js$`;
const pure = [
	`${emitted}${any(layers.filter(({ outside }) => outside === "no").map(({ folder }) => folder))}/`,
	`${emitted}stages/${any(pureParts)}`,
];
const inputOutput = "^(node:)?(fs|fs/promises|child_process|http|https|http2|net|tls|dgram|process|worker_threads)$";

/** Modules of types alone come out as `export {}`: nobody loads them, rightly. */
const typesOnly = readdirSync(join(root, ".cache/js/src"), { recursive: true })
	.filter((name) => name.endsWith(".js"))
	.map((name) => join(root, ".cache/js/src", name))
	.filter((file) => /^\s*(export \{\};\s*)*$/.test(readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))
	.map((file) => `${file.slice(root.length + 1).replaceAll(".", "\\.")}$`);

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
	forbidden: [
		...layers.map(({ folder, imports }) => ({
			name: `layer-${folder}`,
			comment: `src/${folder} imports only itself and ${imports.join(", ") || "nothing"}.`,
			severity: "error",
			from: { path: `${sources}${folder}/` },
			to: { path: sources, pathNot: `${sources}${any([folder, ...imports])}/` },
		})),
		{
			name: "stages-import-no-internals",
			comment:
				"A stage imports of another its stage.ts and what it offers; documents of src/model/documents pass between them.",
			severity: "error",
			from: { path: `${sources}stages/([^/]+)/` },
			to: { path: `${sources}stages/`, pathNot: [`${sources}stages/$1/`, openToAll] },
		},
		{
			name: "shared-imports-no-stage",
			severity: "error",
			from: { path: `${sources}stages/shared/` },
			to: { path: `${sources}stages/`, pathNot: `${sources}stages/shared/` },
		},
		{
			name: "entrypoints-import-no-internals",
			severity: "error",
			from: { path: `${sources}entrypoints/` },
			to: { path: `${sources}stages/`, pathNot: [`${sources}stages/stages\\.js$`, openToAll] },
		},
		{
			name: "adapters-are-handed-in",
			comment: "A stage.ts opens adapters; its helpers get them as values and import only their types.",
			severity: "error",
			from: {
				path: `${emitted}stages/`,
				pathNot: `${emitted}stages/${any(["shared/.*", "[^/]+/stage", ...opensAdapters])}\\.js$`,
			},
			to: { path: `${emitted}adapters/` },
		},
		{
			name: "pure-folders-do-no-io",
			comment: "Pure folders get what they need as values: no file, process or network.",
			severity: "error",
			from: { path: pure },
			to: { path: inputOutput },
		},
		{
			name: "no-cycles",
			comment: "In the sources, types included.",
			severity: "error",
			from: {},
			to: { circular: true },
		},
		{
			name: "no-orphans",
			comment: "Nothing that starts at an entry of the bundle ever gets to it.",
			severity: "error",
			from: { path: `${emitted}main\\.js$` },
			to: {
				path: emitted,
				pathNot: [
					`${emitted}(main|model/catalog/schema/catalog-docs|stages/lint/rules/docs|stages/verify/docs)\\.js$`,
					...typesOnly,
				],
				reachable: false,
			},
		},
		{ name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
		{
			name: "no-tests-in-source",
			severity: "error",
			from: { path: emitted },
			to: { path: "^\\.cache/js/(test|script)/" },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "^\\.cache/js/(check-|test/|script/)" },
		moduleSystems: ["es6"],
		enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
	},
};
