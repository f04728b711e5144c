import { posix } from "node:path";
import type { EngineApi } from "../docker/api.ts";
import { machineOf } from "../program.ts";
import { machineOfEntry } from "./architecture.ts";
import type { Broken } from "./broken.ts";
import type { Container } from "./engine.ts";
import { headOfFile } from "./file-head.ts";
import type { Member } from "./members.ts";
import type { Setting } from "./trial.ts";

/** `aarch64`, from the ELF header of what process 1 runs; looked at once for all that run the same. */
export function machineIn({ api, shared: { machines }, signal }: Setting, { image }: Member, container: Container) {
	const key = [image, container.path, container.searchPath, container.workingDir].join("\n");
	const found = machines.get(key) ?? architectureOf(api, container, signal);
	machines.set(key, found);
	return found;
}

/** Needs nothing in the image. */
function architectureOf(api: EngineApi, container: Container, signal: AbortSignal): Promise<string | undefined> {
	const { id, path, searchPath, workingDir } = container;
	return machineOfEntry(path, searchPath, (file) => headOfFile(api, id, posix.resolve(workingDir, file), signal));
}

export function mismatch({ platform }: Member, found: string | undefined): Broken | undefined {
	const wanted = platform === undefined ? undefined : machineOf(platform);
	if (wanted === undefined || found === undefined || wanted === found) return undefined;
	return { phase: "start", symptoms: { architecture: { wanted, found } } };
}
