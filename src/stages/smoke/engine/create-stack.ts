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
	/** Whether the engine runs on this machine, so that its interfaces count as used subnets. */
	readonly isLocal: boolean;
}

export interface CreatedStack {
	readonly network: SmokeResult["network"];
	/** Services that the engine could not create a container for, with its error. */
	readonly refused: ReadonlyMap<string, string>;
}

const overlap = /pool overlaps|invalid pool request/i;
const maxAttempts = 10;

/**
 * Writes the Compose file and creates network and containers, without starting them. Tries the next subnet when another
 * run has taken one meanwhile.
 */
export async function createStack(input: CreateStackInput): Promise<CreatedStack> {
	const { docker, api, stack, composePath, signal, isLocal } = input;
	const { name, subnet: wanted } = stack.network;
	const takenMeanwhile: UsedSubnet[] = [];
	const override = JSON.stringify(withoutHealthchecks(stack.withHealthcheck));
	for (let attempt = 1; ; attempt++) {
		const used = [...(await usedSubnets(api, signal, isLocal)), ...takenMeanwhile];
		const { subnet, note } = chooseSubnet(wanted, used);
		const network = { name, ...defined({ subnet }) };
		await writeFile(composePath, formatComposeFile({ ...stack, network }));
		const files = [`--file=${composePath}`, "--file=-"];
		const args = ["compose", ...files, `--project-name=${stack.project}`, "--progress=plain"];
		const { exitCode, stderr } = await runDocker(docker, [...args, "create"], { input: override, signal });
		const actual = exitCode === 0 ? await subnetOf(api, `${stack.project}_${name}`, signal) : undefined;
		const created = { ...network, ...defined({ subnet: actual, note }) };
		if (exitCode === 0) return { network: created, refused: new Map() };
		if (overlap.test(stderr) && subnet !== undefined && attempt < maxAttempts)
			takenMeanwhile.push({ cidr: subnet, by: "another run" });
		else if (/failed to create network/i.test(stderr)) throw new EngineUnavailable(lastLine(stderr));
		else return { network: created, refused: await createOneByOne(docker, args, stack, { input: override, signal }) };
	}
}

/** Compose stops at the first container that cannot be created; this finds out which ones. */
async function createOneByOne(docker: Docker, args: readonly string[], { services }: Stack, options: ExecOptions) {
	const refused = new Map<string, string>();
	for (const { name } of services) {
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

async function subnetOf(api: EngineApi, network: string, signal: AbortSignal): Promise<string | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/networks/${network}`, signal });
	if (!reply.ok) throw new EngineUnavailable(`the network ${network} is gone: ${reply.why}`);
	const parsed = networkShape.safeParse(reply.value).data;
	return parsed?.IPAM.Config?.find(({ Subnet }) => Subnet !== undefined)?.Subnet;
}

/** Subnets of the engine's networks and of this machine's interfaces. */
async function usedSubnets(api: EngineApi, signal: AbortSignal, isLocal: boolean): Promise<readonly UsedSubnet[]> {
	const reply = await engineRequest(api, { method: "GET", path: "/networks", signal });
	const networks = reply.ok ? (z.array(networkShape).safeParse(reply.value).data ?? []) : [];
	const ofNetworks = networks.flatMap(({ Name, IPAM }) =>
		(IPAM.Config ?? []).flatMap(({ Subnet }) =>
			Subnet === undefined ? [] : [{ cidr: Subnet, by: `network ${Name}` }],
		),
	);
	const ofInterfaces = Object.entries(isLocal ? networkInterfaces() : {}).flatMap(([by, addresses]) =>
		(addresses ?? []).flatMap(({ cidr }) => (cidr === null ? [] : [{ cidr, by: `interface ${by}` }])),
	);
	return [...ofNetworks, ...ofInterfaces];
}
