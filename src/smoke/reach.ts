import { connect, type Socket } from "node:net";

/** The way to the ports that an engine publishes. */
export interface Reach {
	/** A connection to a published port; rejects as `connect` does, or with the signal's reason. */
	readonly open: (port: number, signal: AbortSignal) => Promise<Socket>;
	/** As the result names it: `127.0.0.1`, `pi@raspberrypi`. */
	readonly host: string;
	/** Where ports are to be published for that. */
	readonly address: "127.0.0.1" | "0.0.0.0";
	/** Whether the engine's processes may be this machine's. */
	readonly near: boolean;
}

/** Straight to a host: this machine, for an engine of its own. */
export function reachHost(host: string): Reach {
	const here = host === "127.0.0.1";
	return { open: (port, signal) => opened({ host, port }, signal), host, address: here ? host : "0.0.0.0", near: here };
}

export function opened(to: { readonly host: string; readonly port: number }, signal: AbortSignal): Promise<Socket> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const socket = connect({ ...to, noDelay: true });
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
