// House rules over what the compiler emits: type-only imports have vanished there, so what is left really loads.
// After script/build.ts: depcruise --config .dependency-cruiser.cjs .cache/js/src
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const src = "^\\.cache/js/src/";
const pure = `${src}(catalog|compose|dockerfile|requirements|lint|plan|tags|report|documents|verify)/`;
const outside = `${src}(docker|registry|pypi|git|github|process|cosign)/`;
const faces = `${src}(cli|actions|stages)/`;
const stageFolders = "(lint|plan|build|smoke|publish|report)";

/** Modules of types alone come out as `export {}`: nobody loads them, rightly. */
const typesOnly = readdirSync(join(__dirname, ".cache/js/src"), { recursive: true })
	.filter((name) => name.endsWith(".js"))
	.map((name) => join(__dirname, ".cache/js/src", name))
	.filter((file) => /^\s*(export \{\};\s*)*$/.test(readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))
	.map((file) => `${file.slice(__dirname.length + 1).replaceAll(".", "\\.")}$`);

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
			to: { path: outside, pathNot: `${src}registry/reference\\.js$` },
		},
		{
			name: "stages-know-no-other-stage",
			comment: "What passes between stages is a document of src/documents/.",
			severity: "error",
			from: { path: `${src}${stageFolders}/` },
			to: { path: `${src}${stageFolders}/`, pathNot: `${src}$1/` },
		},
		{
			name: "outside-is-handed-in",
			comment: "Only entries import the outside world; everybody else has its types.",
			severity: "error",
			from: {
				path: src,
				pathNot: [faces, outside, `${src}(main|interface/make-world)\\.js$`],
			},
			to: { path: outside, pathNot: `${src}registry/reference\\.js$` },
		},
		{
			name: "nobody-imports-a-face",
			severity: "error",
			from: { path: src, pathNot: [faces, `${src}(main|interface/run-stage)\\.js$`] },
			to: { path: faces },
		},
		{ name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
		{
			name: "no-orphans",
			comment: "Nothing that starts at an entry of the bundle ever gets to it.",
			severity: "error",
			from: { path: `${src}main\\.js$` },
			to: {
				path: src,
				pathNot: [`${src}(main|catalog/docs|lint/docs|verify/docs)\\.js$`, ...typesOnly],
				reachable: false,
			},
		},
		{ name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
		{
			name: "no-tests-in-source",
			severity: "error",
			from: { path: src },
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
