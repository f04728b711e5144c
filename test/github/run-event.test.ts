import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { openCheckout } from "../../src/adapters/git/checkout.ts";
import { githubRun } from "../../src/adapters/github/run-event.ts";
import { type Exec, exec } from "../../src/adapters/process/exec.ts";
import { isFromFork, mayMoveFloatingTags, type Source } from "../../src/model/documents/source.ts";
import { computeTags } from "../../src/model/tags/compute-tags.ts";
import { openGit } from "../../src/stages/shared/catalog-root.ts";
import { openRun } from "../../src/stages/shared/default-branch.ts";
import { openCatalog, openSource } from "../../src/stages/shared/open-catalog.ts";
import { UserError } from "../../src/util/errors.ts";
import { temporaryFolder } from "../support/repo.ts";
import { rows, shownRows } from "./commits.ts";
import { type Case, called, cases, dispatched, main, pulled, pushed, sentByApi } from "./payloads.ts";
import { openRemote, type Remote } from "./remote.ts";

let remote: Remote;
let folder: string;
before(async () => {
	remote = await openRemote();
	folder = await temporaryFolder();
});
after(async () => {
	await remote?.[Symbol.asyncDispose]();
	await rm(folder, { recursive: true, force: true });
});

interface Asked {
	readonly event?: Source["event"];
	readonly revision?: string;
	readonly githubToken?: string;
	readonly env?: Readonly<Record<string, string>>;
}

const unused = () => assert.fail("not needed here");

/** The source as a stage opens it, and whether refs of the repository were read. */
async function open(one: Case | undefined, { env = {}, ...asked }: Asked = {}) {
	const file = path.join(folder, "event.json");
	await writeFile(file, JSON.stringify(one?.payload ?? {}));
	const onGitHub = { ...one?.env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file, GITHUB_SERVER_URL: remote.server };
	let isAsked = false;
	const watching: Exec = (argv, options) => {
		isAsked ||= argv.includes("ls-remote");
		return exec(argv, options);
	};
	const context = {
		...{ env: one === undefined ? {} : { ...onGitHub, ...env }, exec: watching },
		...{ signal: new AbortController().signal, cwd: remote.root, log: unused },
	};
	const own = await openCatalog({ catalog: "lucid.yml", registry: undefined }, context);
	const options = {
		event: undefined,
		revision: undefined,
		githubToken: undefined,
		registry: undefined,
		date: "commit",
	};
	const checkout = openCheckout(openGit(remote.root, context));
	const { source } = await openRun(own, { ...options, ...asked }, { context, checkout });
	return { source, isAsked };
}

const rules = {
	immutable: [
		...["type=sha,prefix=", "type=ref,event=pr", "type=ref,event=tag", "type=semver,pattern={{version}}"],
		...[
			"type=raw,value={{branch}}-{{sha}}",
			"type=raw,value=release-{{tag}}",
			"type=semver,pattern={{version}},value=9.9.9",
			"type=raw,value=the-one",
		],
	],
	floating: [
		...["latest,enable={{is_default_branch}}", "type=raw,value=newest", "type=ref,event=branch", "type=edge"],
		...["type=semver,pattern={{major}}", "type=schedule"],
	],
	flavor: ["latest=auto"],
};
const tagsOf = (source: Source) => {
	const { immutable, floating, problems } = computeTags(rules, source);
	assert.deepEqual(problems, []);
	return { immutable, floating };
};

for (const row of rows) {
	const title = `${row.event}, with ${row.checkedOut} checked out`;
	const about = row.branch ?? row.tag ?? (row.pull === undefined ? "no branch" : "a pull request");
	const outcome = row.nothing
		? "there is nothing to do"
		: `the run is of ${about}, and floating tags ${row.floats ? "may" : "may not"} move`;
	test(`${title}: ${outcome}, also for a workflow that is called from it`, async () => {
		const head = remote.commits[row.head];
		await remote.checkOut(head);
		for (const one of [row.play(remote, title), called(row.play(remote, title))]) {
			const env = { ...one.env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: path.join(folder, "event.json") };
			const { source, isAsked } = await open(one);
			const run = await githubRun(env);
			if (row.nothing) {
				assert.ok(run?.deleted !== undefined);
				continue;
			}
			assert.equal(run?.deleted, undefined);
			const { event } = source;
			assert.equal(source.revision, head);
			assert.equal("branch" in event ? event.branch : undefined, row.branch);
			assert.equal("tag" in event ? event.tag : undefined, row.tag);
			assert.equal(event.kind === "pull_request" ? (event.number ?? "not known") : undefined, row.pull);
			assert.equal(isFromFork(source), row.fork ?? false);
			assert.equal(mayMoveFloatingTags(source), row.floats);
			assert.equal(isAsked, row.asked ?? false, "the repository is asked where the event does not name the commit");
			const hold = event.kind === "commit" || row.held === true;
			assert.equal(source.hold !== undefined, hold);
			if (hold) assert.ok(source.hold?.why.includes(head.slice(0, 12)) && source.hold.fix !== "", source.hold?.why);

			const { immutable, floating } = tagsOf(source);
			const short = head.slice(0, 7);
			const floats = row.branch === "main" ? ["edge", "main"] : [row.branch?.replace("/", "-"), row.tag?.slice(1, 2)];
			const night = event.kind === "schedule" ? ["nightly"] : [];
			const all = ["latest", "newest", ...floats, ...night].filter((tag) => tag !== undefined);
			assert.deepEqual(floating.toSorted(), row.floats ? all.toSorted() : []);
			const ofPull =
				typeof row.pull === "number" ? ["", `-${short}`, "-the-one"].map((end) => `pr-${row.pull}${end}`) : [];
			if (row.pull === undefined) assert.ok(immutable.includes(short));
			else assert.deepEqual(immutable.toSorted(), ofPull.toSorted(), "no tag without its number");
			assert.equal(
				immutable.some((tag) => tag.startsWith("pr-")),
				ofPull.length > 0,
			);
			assert.equal(immutable.includes(row.tag?.slice(1) ?? "none"), row.tag !== undefined && !row.held);
			if (hold) assert.deepEqual(immutable, [short], "nothing but the commit's own name");
		}
	});
}

test("the table in docs/tags.md is the one that these tests run through", async () => {
	const page = await readFile(path.join(import.meta.dirname, "../../docs/tags.md"), "utf8");
	assert.ok(page.includes(shownRows()), `docs/tags.md does not hold this table:\n${shownRows()}`);
});

test("the main branch of a fork is not main: refs come from the event's repository, not the checkout", async () => {
	await remote.checkOut(remote.commits["head of 8"]);
	await remote.git("remote", "set-url", "origin", `${remote.server}/someone/lucid`);
	await remote.git("update-ref", "refs/tags/v1.2.0", remote.commits["head of 8"]);
	try {
		for (const one of [
			dispatched("by hand", main, remote.commits["main, now"]),
			dispatched("by hand on a tag", "refs/tags/v1.2.0", remote.commits["main, then"]),
		]) {
			const { source, isAsked } = await open(one);
			assert.deepEqual([source.event, isAsked, tagsOf(source).floating], [{ kind: "commit" }, true, []]);
		}
	} finally {
		await remote.git("remote", "set-url", "origin", `${remote.server}/lucid/lucid`);
		await remote.git("update-ref", "refs/tags/v1.2.0", remote.commits["main, then"]);
	}
});

test("a repository that cannot be read proves nothing: the run belongs to no branch, and says why and how to fix it", async () => {
	await remote.checkOut(remote.commits["main, now"]);
	const env = { GITHUB_SERVER_URL: `${remote.server}/nowhere` };
	const { source } = await open(pushed("a push", main, remote.commits["main, then"]), { env });
	assert.deepEqual(source.event, { kind: "commit" });
	assert.match(source.hold?.why ?? "", /reading refs\/heads\/main of the repository failed: fatal: .*does not/);
	assert.match(source.hold?.fix ?? "", /`github-token` with `contents: read`/);
});

test("refs of a private repository are read once, with the job's token instead of the checkout's credentials", async () => {
	const seen: IncomingHttpHeaders[] = [];
	const bare = path.join(new URL(remote.server).pathname, "lucid/lucid");
	await exec(["git", "update-server-info"], { cwd: bare });
	const wanted = `basic ${Buffer.from("x-access-token:ghs_good").toString("base64")}`;
	const server = createServer(async (request, response) => {
		seen.push(request.headers);
		if (request.headers.authorization !== wanted)
			return void response.writeHead(401, { "www-authenticate": "Basic" }).end();
		const file = path.join(bare, (request.url ?? "").replace(/^\/lucid\/lucid|\?.*$/g, ""));
		const body = await readFile(file).catch(() => undefined);
		response.writeHead(body === undefined ? 404 : 200).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	await remote.git("config", `http.${address}/.extraheader`, "AUTHORIZATION: basic c3RhbGU6c3RhbGU=");
	try {
		await remote.checkOut(remote.commits["main, now"]);
		const one = pushed("a push", main, remote.commits["main, then"]);
		const env = { GITHUB_SERVER_URL: address };
		const { source } = await open(one, { env, githubToken: "ghs_good" });
		assert.deepEqual(source.event, { kind: "push", branch: "main" });
		assert.ok(seen.length > 0 && seen.every(({ authorization }) => authorization === wanted));
		const without = await open(one, { env });
		assert.deepEqual(without.source.event, { kind: "commit" });
		assert.match(without.source.hold?.why ?? "", /of the repository failed/);
		assert.doesNotMatch(JSON.stringify(without.source), /c3RhbGU/);
	} finally {
		await remote.git("config", "--unset", `http.${address}/.extraheader`);
		await new Promise((resolve) => server.close(resolve));
	}
});

test("inside GitHub Actions the option `event` changes names and labels, and permits no floating tag and no version", async () => {
	await remote.checkOut(remote.commits["head of 8"]);
	const fork = pulled("a pull request of a fork", {
		...{ head: remote.commits["head of 8"], merge: remote.commits["merge of 8"], from: "someone/lucid" },
	});
	const short = remote.commits["head of 8"].slice(0, 7);
	for (const [event, immutable] of [
		[{ kind: "push", branch: "main" }, [`main-${short}`, short]],
		[{ kind: "schedule", branch: "main" }, [`main-${short}`, short]],
		[{ kind: "tag", tag: "v2.0.0" }, [short]],
		[{ kind: "manual" }, [short]],
	] as const) {
		const { source } = await open(fork, { event });
		assert.deepEqual([source.event, isFromFork(source), mayMoveFloatingTags(source)], [event, true, false]);
		assert.match(source.hold?.why ?? "", /`event` differs from the event and checkout/);
		assert.deepEqual(tagsOf(source), { immutable, floating: [] });
	}
	// Also for a push to main: the option is not proven.
	await remote.checkOut(remote.commits["main, then"]);
	const push = pushed("a push", main, remote.commits["main, then"]);
	for (const event of [
		{ kind: "tag", tag: "v2.0.0" },
		{ kind: "schedule", branch: "main" },
		{ kind: "push", branch: "release" },
	] as const)
		assert.deepEqual(tagsOf((await open(push, { event })).source).floating, []);
	// The same in other words takes nothing away.
	for (const event of [
		{ kind: "push", branch: "main" },
		{ kind: "manual", branch: "main" },
	] as const)
		assert.deepEqual((await open(push, { event })).source, (await open(push)).source);
	// A pull request writes tags of its own: that has to be proven, too.
	for (const isFork of [true, false]) {
		const { source } = await open(push, {
			event: { kind: "pull_request", number: 7, head: "", base: "", fork: isFork },
		});
		assert.match(source.hold?.why ?? "", /`event` differs from the event and checkout/);
		assert.deepEqual(tagsOf(source), { immutable: [], floating: [] });
	}
	// A merge queue moves nothing, but could give a version that the catalog sets.
	const queue = (await open(push, { event: { kind: "merge_group", base: "main" } })).source;
	assert.match(queue.hold?.why ?? "", /`event` differs from the event and checkout/);
	assert.ok(!tagsOf(queue).immutable.includes("9.9.9"));
});

test("inside GitHub Actions the option `revision` changes names and labels, and moves nothing", async () => {
	await remote.checkOut(remote.commits["main, now"]);
	const one = sentByApi("by the API", remote.commits["main, now"]);
	const revision = remote.commits["main, then"];
	const { source } = await open(one, { revision });
	assert.equal(source.revision, revision);
	assert.match(source.hold?.why ?? "", /`revision` differs from the event and checkout/);
	assert.deepEqual(tagsOf(source), { immutable: [`main-${revision.slice(0, 7)}`, revision.slice(0, 7)], floating: [] });
	const same = await open(one, { revision: "HEAD" });
	assert.deepEqual(same.source, (await open(one)).source);
});

test("outside of GitHub the checked-out branch or the options count; a commit on no branch moves nothing", async () => {
	const commit = remote.commits["main, then"];
	await remote.git("checkout", "-q", "-B", "work", commit);
	const local = await open(undefined);
	assert.deepEqual(
		[local.source.event, local.source.hold, local.isAsked],
		[{ kind: "manual", branch: "work" }, undefined, false],
	);
	assert.ok(tagsOf(local.source).floating.includes("work"));
	await remote.checkOut(commit);
	const detached = await open(undefined);
	assert.deepEqual([detached.source.event, tagsOf(detached.source).floating], [{ kind: "commit" }, []]);
	assert.match(detached.source.hold?.fix ?? "", /--event push:main/);
	const event = { kind: "tag", tag: "v1.4.0" } as const;
	const opened = await open(undefined, { event, revision: "f".repeat(40) });
	assert.deepEqual(
		[opened.source.event, opened.source.revision, opened.source.hold],
		[event, "f".repeat(40), undefined],
	);
	assert.ok(tagsOf(opened.source).immutable.includes("1.4.0"));
});

test("without a git repository nothing is proven on GitHub", async () => {
	const empty = await temporaryFolder();
	try {
		const env = { ...cases.push.env, GITHUB_ACTIONS: "true" };
		const options = { event: undefined, revision: undefined, githubToken: undefined, date: "commit" };
		const source = await openSource(options, empty, { env, exec, signal: new AbortController().signal });
		assert.deepEqual([source.revision, source.event], ["manual-build", { kind: "commit" }]);
		assert.match(source.hold?.why ?? "", /no git repository/);
	} finally {
		await rm(empty, { recursive: true });
	}
});

test("page, default branch, name and licence of the repository are read", async () => {
	const { url, defaultBranch, title, description, licenses } = (await open(cases.push)).source;
	assert.deepEqual(
		[url, defaultBranch, title, description, licenses],
		["https://github.com/lucid/lucid", "main", "lucid", "Services", "MIT"],
	);
});

test("outside of GitHub Actions there is no run", async () => {
	assert.equal(await githubRun({ ...cases.push.env }), undefined);
});

test("an event file that is not JSON is an error; without the file the environment counts", async () => {
	const file = path.join(folder, "broken.json");
	const env = { ...cases.push.env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file };
	assert.deepEqual((await githubRun(env))?.claims[0]?.event, { kind: "push", branch: "main" });
	await writeFile(file, "{ cut off");
	await assert.rejects(
		githubRun(env),
		(error) => error instanceof UserError && error.problems[0]?.code === "environment/event",
	);
});
