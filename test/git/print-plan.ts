import { gitIn } from "../../src/adapters/git/git.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { planOf } from "../dockerfile/project.ts";

/** Prints the fingerprints of a repository, for tests that need a process with its own environment. */
const [root = "."] = process.argv.slice(2);
const { images } = await planOf(root, (ref) => ref, { git: gitIn(root, exec) });
console.log(JSON.stringify(Object.fromEntries(images.map(({ service, fingerprint }) => [service, fingerprint]))));
