import { connect, type Socket } from "node:net";
import type { PortAccess } from "../../../adapters/docker/docker.ts";

export type { PortAccess } from "../../../adapters/docker/docker.ts";
/** Straight to a host: this machine, for an engine of its own. */
export function reachHost(host: string): PortAccess {
	const here = host === "127.0.0.1";
	return {
		connect: (port, signal) => opened(host, port, signal),
		host,
		publishAddress: here ? host : "0.0.0.0",
		isLocal: here,
	};
}

function opened(host: string, port: number, signal: AbortSignal): Promise<Socket> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const socket = connect({ host, port, noDelay: true });
		const abort = () => socket.destroy(signal.reason instanceof Error ? signal.reason : new Error("interrupted"));
		signal.addEventListener("abort", abort, { once: true });
		const settle = () => {
			signal.removeEventListener("abort", abort);
			socket.off("error", reject);
		};
		socket.once("error", reject);
		socket.once("close", settle);
		socket.once("connect", () => {
			settle();
			resolve(socket);
		});
	});
}
