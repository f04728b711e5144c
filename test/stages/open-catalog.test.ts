import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { openRegistries } from "../../src/stages/shared/open-catalog.ts";
import { UserError } from "../../src/util/errors.ts";
import { quietWorld } from "./support.ts";

const world = quietWorld(tmpdir());

test("an invalid mirror is an error before any request, and Docker Hub's other name means Docker Hub", () => {
	const mirror = new Map([
		["docker.io", "not a host"],
		["gcr.io", "-x/y"],
	]);
	assert.throws(
		() => openRegistries({ mirror }, world),
		(error) => error instanceof UserError && error.problems.length === 2,
	);
	const hub = openRegistries({ mirror: new Map([["index.docker.io", "127.0.0.1:5000/hub"]]) }, world);
	assert.equal(hub.mirrored("python:3.11"), "127.0.0.1:5000/hub/library/python:3.11");
});
