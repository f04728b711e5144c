import type { Registry } from "../../../adapters/registry/registry.ts";

/** The part of a registry that publishing needs. */
export type PublishRegistry = Pick<
	Registry,
	"head" | "manifest" | "putManifest" | "blob" | "putBlob" | "copyBlob" | "imageFacts"
>;
