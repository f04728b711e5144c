import { readFile } from "node:fs/promises";
import type { Container } from "../engine/containers.ts";
import type { Listener } from "../verdict/diagnose.ts";

const listenState = "0A";

/** Listening sockets in /proc/<pid>/net/tcp or tcp6 (proc(5): hexadecimal, addresses in little-endian words). */
export function parseListeners(text: string): readonly Listener[] {
	return text
		.split("\n")
		.slice(1)
		.flatMap((line) => {
			const [, local, , state] = line.trim().split(/\s+/);
			const [address, port] = local?.split(":") ?? [];
			if (state !== listenState || address === undefined || port === undefined) return [];
			return [{ address: formatAddress(address), port: Number.parseInt(port, 16) }];
		});
}

function formatAddress(hex: string): string {
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

/** Sockets that listen in a running container; undefined when its processes are not visible (remote engine, macOS). */
export async function readListeners(
	container: Pick<Container, "pid" | "id">,
): Promise<readonly Listener[] | undefined> {
	const { pid, id } = container;
	if (pid === 0) return undefined;
	try {
		// On another machine's engine the pid may be a different process here.
		const cgroup = await readFile(`/proc/${pid}/cgroup`, "utf8");
		const text = cgroup.includes(id) ? cgroup : await readFile(`/proc/${pid}/mountinfo`, "utf8");
		if (!text.includes(id)) return undefined;
		const tables = await Promise.all(
			["tcp", "tcp6"].map((name) => readFile(`/proc/${pid}/net/${name}`, "utf8").catch(() => "")),
		);
		// Docker's DNS server listens on 127.0.0.11 in every container.
		return tables.flatMap(parseListeners).filter(({ address }) => address !== "127.0.0.11");
	} catch {
		return undefined;
	}
}
