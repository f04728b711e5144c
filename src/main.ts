import { enableCompileCache } from "node:module";
import { compiledFolder } from "./interface/out.ts";

/** Every way into the bundle, by the name of its stub in dist/. Each loads only what it needs. */
const entries = {
	lucid: async () => (await import("./cli/main.ts")).main(),
	run: async () => (await import("./actions/stage.ts")).stageAction("run"),
	plan: async () => (await import("./actions/stage.ts")).stageAction("plan"),
	lint: async () => (await import("./actions/stage.ts")).stageAction("lint"),
	build: async () => (await import("./actions/stage.ts")).stageAction("build"),
	verify: async () => (await import("./actions/stage.ts")).stageAction("verify"),
	smoke: async () => (await import("./actions/stage.ts")).stageAction("smoke"),
	publish: async () => (await import("./actions/stage.ts")).stageAction("publish"),
	"verify-host": async () => (await import("./actions/stage.ts")).stageAction("verify-host"),
	report: async () => (await import("./actions/stage.ts")).stageAction("report"),
	setup: async () => (await import("./actions/setup/setup.ts")).setup(),
	"setup-post": async () => (await import("./actions/setup/post.ts")).setupPost(),
} as const satisfies Readonly<Record<string, () => Promise<unknown>>>;

export type EntryName = keyof typeof entries;
export const entryNames = Object.keys(entries) as readonly EntryName[];

/** Loads all that is imported lazily; the check of the bundle calls it. */
export async function loadAll(): Promise<void> {
	await Promise.all([
		import("./cli/main.ts"),
		import("./docker/look.ts"),
		import("./cli/live.ts"),
		import("./actions/stage.ts"),
		import("./actions/setup/setup.ts"),
		import("./actions/setup/post.ts"),
		import("./actions/setup/nodes.ts"),
		import("@actions/cache"),
		import("./stages/stages.ts").then(({ loadStages }) => loadStages()),
		import("./verify/layers/read.ts"),
	]);
}

/** Called by the stubs. What V8 makes of the rest of the bundle is kept for the next start on this machine, which saves a quarter of it. */
export async function start(name: EntryName): Promise<void> {
	enableCompileCache(compiledFolder(process.env));
	await entries[name]();
}
