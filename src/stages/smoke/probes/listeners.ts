import { readFile } from "node:fs/promises";
import type { Container } from "../engine/containers.ts";
import type { Listener } from "../verdict/diagnose.ts";

const listening = "0A";

/** The listening sockets in the text of /proc/<pid>/net/tcp or tcp6 (proc(5): hexadecimal, addresses in host byte order, taken as little-endian). */
export function parseListeners(text: string): readonly Listener[] {
	return text
		.split("\n")
		.slice(1)
		.flatMap((line) => {
			const [, local, , state] = line.trim().split(/\s+/);
			const [address, port] = local?.split(":") ?? [];
			if (state !== listening || address === undefined || port === undefined) return [];
			return [{ address: readable(address), port: Number.parseInt(port, 16) }];
		});
}

function readable(hex: string): string {
	const bytes = Buffer.from(hex, "hex");
	if (bytes.length === 4) return [...bytes].reverse().join(".");
	for (let word = 0; word + 4 <= bytes.length; word += 4) bytes.subarray(word, word + 4).reverse();
	const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2));
	if (groups.every((group) => group === 0)) return "::";
	if (groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1) return "::1";
	if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
		return [...bytes.subarray(12)].join(".");
	return groups.map((group) => group.toString(16)).join(":");
}

/** What listens inside a running container; undefined when the engine's processes are not ours to see (remote, macOS). */
export async function readListeners({
	pid,
	id,
}: Pick<Container, "pid" | "id">): Promise<readonly Listener[] | undefined> {
	if (pid === 0) return undefined;
	try {
		// Another machine's engine may name a pid that is somebody else here.
		const mine = await readFile(`/proc/${pid}/cgroup`, "utf8");
		const mounts = mine.includes(id) ? mine : await readFile(`/proc/${pid}/mountinfo`, "utf8");
		if (!mounts.includes(id)) return undefined;
		const tables = await Promise.all(
			["tcp", "tcp6"].map((name) => readFile(`/proc/${pid}/net/${name}`, "utf8").catch(() => "")),
		);
		// Docker's own name server listens on 127.0.0.11 in every container.
		return tables.flatMap(parseListeners).filter(({ address }) => address !== "127.0.0.11");
	} catch {
		return undefined;
	}
}
