import { connect, type Socket } from "node:net";
import type { PortAccess } from "./docker.ts";

/** Connects to the published ports of a host directly. `127.0.0.1` is this machine. */
export function directPortAccess(host: string): PortAccess {
	const isLocal = host === "127.0.0.1";
	const publishAddress = isLocal ? host : "0.0.0.0";
	return { connect: (port, signal) => connectTo(host, port, signal), host, publishAddress, isLocal };
}

function connectTo(host: string, port: number, signal: AbortSignal): Promise<Socket> {
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
