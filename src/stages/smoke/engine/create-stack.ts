import { writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { z } from "zod";
import type { Docker } from "../../../adapters/docker/docker.ts";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { ExecOptions } from "../../../adapters/process/exec.ts";
import { formatComposeFile, type Stack, withoutHealthchecks } from "../../../model/compose/compose-file.ts";
import type { SmokeResult } from "../../../model/documents/smoke.ts";
import { defined } from "../../../util/defined.ts";
import { EngineUnavailable, engineRequest, lastLine, runDocker } from "./call.ts";
import { chooseSubnet, type UsedSubnet } from "./subnet.ts";

export interface CreateStackInput {
	readonly docker: Docker;
	readonly api: EngineApi;
	readonly stack: Stack;
	readonly composePath: string;
	readonly signal: AbortSignal;
	/** Whether the engine is this machine's, so that its interfaces count. */
	readonly near: boolean;
}

export interface CreatedStack {
	readonly network: SmokeResult["network"];
	/** Members the engine would not make a container for, and its words. */
	readonly refused: ReadonlyMap<string, string>;
}

const overlap = /pool overlaps|invalid pool request/i;

/** Writes the Compose file and makes network and containers, none of them started. A subnet that another run took in the meantime is a reason to try the next. */
export async function createStack({
	docker,
	api,
	stack,
	composePath,
	signal,
	near,
}: CreateStackInput): Promise<CreatedStack> {
	const { name, subnet: wanted } = stack.network;
	const lost: UsedSubnet[] = [];
	const input = JSON.stringify(withoutHealthchecks(stack.withHealthcheck));
	for (let attempt = 1; ; attempt++) {
		const { subnet, note } = chooseSubnet(wanted, [...(await usedSubnets(api, signal, near)), ...lost]);
		const network = { name, ...defined({ subnet }) };
		await writeFile(composePath, formatComposeFile({ ...stack, network }));
		const files = [`--file=${composePath}`, "--file=-"];
		const args = ["compose", ...files, `--project-name=${stack.project}`, "--progress=plain"];
		const { exitCode, stderr } = await runDocker(docker, [...args, "create"], { input, signal });
		const found = exitCode === 0 ? await subnetOf(api, `${stack.project}_${name}`, signal) : undefined;
		const said = { ...network, ...defined({ subnet: found, note }) };
		if (exitCode === 0) return { network: said, refused: new Map() };
		if (overlap.test(stderr) && subnet !== undefined && attempt < 10) lost.push({ cidr: subnet, by: "another run" });
		else if (/failed to create network/i.test(stderr)) throw new EngineUnavailable(lastLine(stderr));
		else return { network: said, refused: await oneByOne(docker, args, stack, { input, signal }) };
	}
}

/** Compose gives up as a whole when one container cannot be made; this finds out which. */
async function oneByOne(docker: Docker, args: readonly string[], { services: parts }: Stack, options: ExecOptions) {
	const refused = new Map<string, string>();
	for (const { name } of parts) {
		const up = ["up", "--no-start", "--no-deps", "--pull=never", "--", name];
		const { exitCode, stderr } = await runDocker(docker, [...args, ...up], options);
		if (exitCode !== 0) refused.set(name, lastLine(stderr));
	}
	return refused;
}

const networkShape = z.object({
	Name: z.string(),
	IPAM: z.object({ Config: z.array(z.object({ Subnet: z.string().optional() })).nullish() }),
});

/** The subnet that the engine says the network has; an engine that has made it and does not know it is of no use. */
async function subnetOf(api: EngineApi, network: string, signal: AbortSignal): Promise<string | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/networks/${network}`, signal });
	if (!reply.ok) throw new EngineUnavailable(`the network ${network} is gone: ${reply.why}`);
	const found = networkShape.safeParse(reply.value).data;
	return found?.IPAM.Config?.find(({ Subnet }) => Subnet !== undefined)?.Subnet;
}

/** Subnets of the engine's networks, and of this machine's interfaces. */
async function usedSubnets(api: EngineApi, signal: AbortSignal, near: boolean): Promise<readonly UsedSubnet[]> {
	const reply = await engineRequest(api, { method: "GET", path: "/networks", signal });
	const networks = reply.ok ? (z.array(networkShape).safeParse(reply.value).data ?? []) : [];
	const taken = networks.flatMap(({ Name, IPAM }) =>
		(IPAM.Config ?? []).flatMap(({ Subnet }) =>
			Subnet === undefined ? [] : [{ cidr: Subnet, by: `network ${Name}` }],
		),
	);
	const own = Object.entries(near ? networkInterfaces() : {}).flatMap(([by, addresses]) =>
		(addresses ?? []).flatMap(({ cidr }) => (cidr === null ? [] : [{ cidr, by: `interface ${by}` }])),
	);
	return [...taken, ...own];
}
