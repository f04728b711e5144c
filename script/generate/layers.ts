/** A folder of src/ and what it may import, types included. `.dependency-cruiser.mjs` enforces this. */
export interface Layer {
	readonly folder: string;
	readonly holds: string;
	/** Other layers. */
	readonly imports: readonly string[];
	/** May read or write files, start processes, or open connections. */
	readonly doesIo: "yes" | "no";
}

export const layers: readonly Layer[] = [
	{
		folder: "entrypoints",
		holds: "the GitHub Actions and the command: read inputs, call a stage, show the result",
		imports: ["stages", "presentation", "options", "adapters", "model", "util"],
		doesIo: "yes",
	},
	{
		folder: "stages",
		holds: "one folder per stage: `stage.ts` opens adapters, calls the helpers beside it, and writes the document",
		imports: ["presentation", "options", "adapters", "model", "util"],
		doesIo: "yes",
	},
	{
		folder: "presentation",
		holds: "how results are shown: terminal, Markdown, web page, completion report",
		imports: ["model", "util"],
		doesIo: "no",
	},
	{
		folder: "options",
		holds: "every option and output, declared once: flags, `action.yml` files and tables come from here",
		imports: ["model", "util"],
		doesIo: "no",
	},
	{
		folder: "adapters",
		holds:
			"one folder per external system: Docker, registry, git, GitHub, PyPI, Sigstore, cosign, HTTP, files, processes",
		imports: ["model", "util"],
		doesIo: "yes",
	},
	{
		folder: "model",
		holds: "the domain: catalog, services, Dockerfiles, requirements, tags, OCI formats, documents between stages",
		imports: ["util"],
		doesIo: "no",
	},
	{ folder: "util", holds: "small and generic: errors, progress events, text, formats", imports: [], doesIo: "no" },
];

/** Each stage, and the files beside `stage.ts` that other stages and entry points may import. */
export const stages: readonly { readonly name: string; readonly does: string; readonly offers: readonly string[] }[] = [
	{ name: "init", does: "proposes a catalog and workflows for a repository", offers: [] },
	{ name: "doctor", does: "checks that a machine and a registry have what the other stages need", offers: [] },
	{
		name: "plan",
		does: "computes a fingerprint per image and decides what to build",
		offers: ["load-plan", "make-plan", "base-config", "published-images", "decide/blocked"],
	},
	{
		name: "lint",
		does: "runs the rules over catalog, Dockerfiles and requirements",
		offers: ["lint-services", "package-indexes", "special-modes"],
	},
	{ name: "build", does: "writes the bake definition, runs it and follows its progress", offers: [] },
	{
		name: "verify",
		does: "reads the layers of a pushed image and checks its content",
		offers: ["verify-built", "layer-cache"],
	},
	{
		name: "smoke",
		does: "starts the pushed images, probes them and explains failures",
		offers: ["run-smoke", "engine/call", "engine/owner"],
	},
	{ name: "sign", does: "signs one statement about the digests of a run and attaches it to them", offers: [] },
	{
		name: "publish",
		does: "writes version tags and moves floating tags",
		offers: ["publish-early", "prepare-indexes", "publish-target", "gates", "smoke-exception"],
	},
	{ name: "report", does: "collects the documents of a run and writes the report", offers: [] },
	{ name: "notify", does: "comments on the pull request and keeps the issue of a broken branch", offers: [] },
	{ name: "run", does: "runs plan, lint, build, smoke, publish and report in one process", offers: [] },
	{ name: "verify-host", does: "compares the containers on a host with the catalog", offers: [] },
];

/** Files of stages, besides `stage.ts` and `stages/shared/`, that open an adapter. */
export const opensAdapters = [
	"stages",
	"doctor/check-registries",
	"lint/fix-files",
	"lint/package-indexes",
	"lint/run-build-checks",
	"plan/jobs/build-times",
	"plan/select/select",
	"smoke/probes/attempt",
	"smoke/run-stack",
	"verify/layer-cache",
];

/** Parts of stages that do no I/O. */
export const pureParts = [
	"init/(propose|read|write)/",
	"lint/(analysis|results|rules)/",
	"lint/(lint-services|linter|rule)\\.",
	"plan/(decide|fingerprint)/",
	"plan/(make-plan|prefetch)\\.",
	"verify/(checks|layers)/",
	"verify/(check-image|verifier)\\.",
];

/** The files that data passes through, from `lucid.yml` to a pushed tag. Each is imported by one above it. */
export const pathToTag: readonly { readonly file: string; readonly does: string }[] = [
	{
		file: "entrypoints/cli/main",
		does: "reads the command line; `entrypoints/actions/stage-action.ts` does so for an action",
	},
	{ file: "entrypoints/run-stage", does: "calls the stage and turns its outcome into an exit code" },
	{ file: "stages/stages", does: "the list of stages, loaded when they are needed" },
	{ file: "stages/lazy-stages", does: "all stages that come after the plan, as one part of the bundle" },
	{ file: "stages/run/stage", does: "runs plan, lint, build, smoke, publish and report" },
	{ file: "stages/plan/stage", does: "reads catalog and inputs, asks the registry, writes `plan.json`" },
	{ file: "stages/shared/open-catalog", does: "opens the tree and reads `lucid.yml` from it" },
	{ file: "model/catalog/load", does: "parses and checks the catalog" },
	{ file: "model/catalog/resolve", does: "merges defaults into services" },
	{ file: "stages/plan/make-plan", does: "decides for every image, then makes waves and jobs" },
	{ file: "stages/plan/decide/plan-image", does: "fingerprint, content tag and decision of one image" },
	{ file: "stages/build/stage", does: "reads the plan, writes `build.json`" },
	{ file: "stages/build/run-build", does: "builds in the order of the plan, retries what failed" },
	{ file: "stages/build/image-builder", does: "builds a set of images and reads each back" },
	{ file: "stages/build/bake/run-bake", does: "runs `docker buildx bake`, which pushes the content tags" },
	{ file: "stages/publish/stage", does: "reads the plan and the results of build and smoke, writes `publish.json`" },
	{ file: "stages/publish/run-publish", does: "gathers platforms, applies the gates, writes the tags of each service" },
	{
		file: "stages/publish/tags/write-immutable",
		does: "pushes an index under a version tag; `move-floating.ts` beside it moves the others",
	},
];
