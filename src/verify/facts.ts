import type { ImageFacts } from "../registry/registry.ts";

/** What of the registry's facts the image's configuration is judged by. */
export type ConfigFacts = Pick<
	ImageFacts,
	"platform" | "user" | "labels" | "size" | "exposedPorts" | "entrypoint" | "command"
>;

/** What the whole image is judged by. */
export type VerifiedFacts = ConfigFacts &
	Pick<ImageFacts, "digest" | "env" | "workingDir" | "settings" | "healthcheck" | "history" | "layers" | "diffIds">;
