/** An image with a shell. */
export const shell = "debian:bookworm-slim";

const hub = process.env.LUCID_MIRRORS?.split(",").find((entry) => entry.startsWith("docker.io="));

/** The real reference of a Docker Hub image: in the local stand-in registry, if there is one. */
export function baseOf(ref: string): string {
	return hub === undefined ? ref : `${hub.slice("docker.io=".length)}/library/${ref}`;
}
