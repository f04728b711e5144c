import { enableCompileCache } from "node:module";
import type { RunnableStage } from "./entrypoints/run-stage.ts";
import { compileCacheFolder } from "./options/default-folders.ts";

const action = (stage: RunnableStage) => async () =>
	(await import("./entrypoints/actions/stage-action.ts")).stageAction(stage);

/** The entry points of the bundle, named after their stubs in dist/. Each loads only what it needs. */
const entries = {
	lucid: async () => (await import("./entrypoints/cli/main.ts")).main(),
	run: action("run"),
	plan: action("plan"),
	lint: action("lint"),
	build: action("build"),
	verify: action("verify"),
	smoke: action("smoke"),
	sign: action("sign"),
	publish: action("publish"),
	"verify-host": action("verify-host"),
	report: action("report"),
	setup: async () => (await import("./entrypoints/actions/setup/setup.ts")).setup(),
	"setup-post": async () => (await import("./entrypoints/actions/setup/post.ts")).setupPost(),
} as const satisfies Readonly<Record<string, () => Promise<unknown>>>;

export type EntryName = keyof typeof entries;
export const entryNames = Object.keys(entries) as readonly EntryName[];

/** Loads everything that is imported lazily, to check the bundle. */
export async function loadAll(): Promise<void> {
	await Promise.all([
		import("./entrypoints/cli/main.ts"),
		import("./adapters/docker/inspect-engine.ts"),
		import("./entrypoints/cli/live-screen.ts"),
		import("./entrypoints/actions/stage-action.ts"),
		import("./entrypoints/actions/setup/setup.ts"),
		import("./entrypoints/actions/setup/post.ts"),
		import("./entrypoints/actions/setup/builder-nodes.ts"),
		import("@actions/cache"),
		import("./stages/stages.ts").then(({ loadStages }) => loadStages()),
		import("./stages/verify/layers/layer-reader.ts"),
	]);
}

/** Called by the stubs. V8's compiled code is kept, which saves a quarter of the next start. */
export async function start(name: EntryName): Promise<void> {
	enableCompileCache(compileCacheFolder(process.env));
	await entries[name]();
}
