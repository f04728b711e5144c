/** An image with a shell. */
export const shell = "debian:bookworm-slim";

const hub = process.env.LUCID_MIRRORS?.split(",").find((entry) => entry.startsWith("docker.io="));

/** Where an image of Docker Hub really is: in the local stand-in, where there is one. */
export function baseOf(ref: string): string {
	return hub === undefined ? ref : `${hub.slice("docker.io=".length)}/library/${ref}`;
}
