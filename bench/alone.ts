import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

export const docker = (...args: readonly string[]) =>
	execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

/** Asks a container until it answers well. */
export async function answer(id: string, port = 8080, path = "/health"): Promise<void> {
	const published = docker("port", id, `${port}/tcp`).split(":").at(-1);
	const asked = () =>
		fetch(`http://127.0.0.1:${published}${path}`).then(
			({ ok }) => ok,
			() => false,
		);
	while (!(await asked())) await sleep(50);
}

const held = ["--read-only", "--tmpfs=/tmp", "--cap-drop=ALL", "--security-opt=no-new-privileges"];

/** One alone, held as smoke holds it, from its start until it answers and is stopped and removed again. */
export async function alone(image: string, ...more: readonly string[]): Promise<void> {
	const id = docker("run", "--detach", "--publish=127.0.0.1::8080", ...held, ...more, image);
	await answer(id);
	docker("stop", id);
	docker("rm", id);
}
