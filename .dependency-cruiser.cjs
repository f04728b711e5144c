// House rules over what the compiler emits into build/: type-only imports have vanished there, so what is left really loads.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const pure = "^build/src/(catalog|dockerfile|lint|plan|tags|report|documents|verify)/";
const outside = "^build/src/(docker|registry|git|github|process)/";
const faces = "^build/src/(cli|actions|stages)/";
const stageFolders = "(lint|plan|build|smoke|publish|report)";

/** Modules of types alone come out as `export {}`: nobody loads them, rightly. */
const typesOnly = readdirSync("build/src", { recursive: true })
	.filter((name) => name.endsWith(".js"))
	.map((name) => join("build/src", name))
	.filter((file) => /^\s*(export \{\};\s*)*$/.test(readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))
	.map((file) => `^${file.replaceAll(".", "\\.")}$`);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: "pure-folders-touch-nothing",
			comment: "Pure folders are handed what they need: no file, process or network.",
			severity: "error",
			from: { path: pure },
			to: { path: ["^(node:)?(fs|fs/promises|child_process|http|https|http2|net|tls|dgram|process|worker_threads)$"] },
		},
		{
			name: "pure-folders-know-no-outside",
			comment: "Engine, registry, git, GitHub and processes are handed to pure folders as functions and values.",
			severity: "error",
			from: { path: pure },
			// The grammar of a reference is pure itself, and everybody's word.
			to: { path: outside, pathNot: "^build/src/registry/reference\\.js$" },
		},
		{
			name: "stages-know-no-other-stage",
			comment: "What passes between stages is a document of src/documents/.",
			severity: "error",
			from: { path: `^build/src/${stageFolders}/` },
			to: { path: `^build/src/${stageFolders}/`, pathNot: "^build/src/$1/" },
		},
		{
			name: "outside-is-handed-in",
			comment: "Only entries import the outside world; everybody else has its types.",
			severity: "error",
			from: {
				path: "^build/src/",
				pathNot: [faces, outside, "^build/src/interface/make-world\\.js$"],
			},
			to: { path: outside, pathNot: "^build/src/registry/reference\\.js$" },
		},
		{
			name: "nobody-imports-a-face",
			severity: "error",
			from: { path: "^build/src/", pathNot: [faces, "^build/src/(main|interface/run-stage)\\.js$"] },
			to: { path: faces },
		},
		{ name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
		{
			name: "no-orphans",
			comment: "Nothing that starts at an entry of the bundle ever gets to it.",
			severity: "error",
			from: { path: "^build/src/main\\.js$" },
			to: {
				path: "^build/src/",
				pathNot: ["^build/src/(main|catalog/docs|lint/docs)\\.js$", ...typesOnly],
				reachable: false,
			},
		},
		{ name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
		{
			name: "no-tests-in-source",
			severity: "error",
			from: { path: "^build/src/" },
			to: { path: "^build/(test|script)/" },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "^build/(check-|test/|script/)" },
		moduleSystems: ["es6"],
		enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
	},
};
