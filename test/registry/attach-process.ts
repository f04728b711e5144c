import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { type Descriptor, mediaTypes } from "../../src/model/oci/manifest.ts";

/** Attaches an artifact named TEXT to a manifest, as a process of its own: REPOSITORY DIGEST SIZE TEXT. */
const [, , repository = "", digest = "", size = "", text = ""] = process.argv;
const subject: Descriptor = { mediaType: mediaTypes.manifest, digest, size: Number(size) };
const artifact = { artifactType: "application/x-test", bytes: Buffer.from(text), annotations: { text } };
await openRegistry().attach(repository, subject, artifact);
