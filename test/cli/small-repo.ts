import { randomUUID } from "node:crypto";
import { makeRepo, type Repo } from "../support/repo.ts";

/**
 * A committed catalog of two services without external images. Image names are unique per call, because registries
 * keep them.
 */
export async function smallRepo(group = "small"): Promise<Repo> {
	const repo = await makeRepo({
		"lucid.yml": `version: 1
project: small
registry: docker.io
image: ${group}-${randomUUID()}/{{name}}
phases:
  "1": { title: First }
  "2": { title: Second }
services:
  one: { phase: "1", context: one }
  two: { phase: "2", context: two }
`,
		"one/Dockerfile": "FROM scratch\nCOPY hello /hello\nUSER 65532:65532\n",
		"one/hello": "hello\n",
		"two/Dockerfile": "FROM scratch\nCOPY hello /hello\nUSER 65532:65532\n",
		"two/hello": "hello\n",
	});
	await repo.commit();
	return repo;
}
