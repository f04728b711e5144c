/** Takes the pieces of a stream apart into what the container wrote on stdout and on stderr. */
export type StreamReader = (chunk: Buffer) => void;

const headBytes = 8;

/**
 * Reads Docker's multiplexed stream: of each frame the kind in byte 0 (2 is stderr), its length in bytes 4 to 7, big-endian
 * (https://docs.docker.com/reference/api/engine/, "Stream format"). Pieces may end anywhere.
 */
export function demultiplex(take: (bytes: Buffer, stream: "stdout" | "stderr") => void): StreamReader {
	let rest: Buffer = Buffer.alloc(0);
	let stream: "stdout" | "stderr" = "stdout";
	let left = 0;
	return (chunk) => {
		rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		for (;;) {
			if (left > 0) {
				const bytes = rest.subarray(0, left);
				if (bytes.length > 0) take(bytes, stream);
				left -= bytes.length;
				rest = rest.subarray(bytes.length);
			}
			if (left > 0 || rest.length < headBytes) return;
			stream = rest[0] === 2 ? "stderr" : "stdout";
			left = rest.readUInt32BE(4);
			rest = rest.subarray(headBytes);
		}
	};
}
