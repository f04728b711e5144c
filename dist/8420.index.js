export const id=8420
export const ids=[8420]
export const modules={4610:((e,t,s)=>{s.d(t,{Ih:()=>startAgent,Rz:()=>u,x4:()=>readKeys,xj:()=>endAgent})
var n=s(51455)
var o=s(48161)
var r=s(76760)
var a=s(96251)
var i=s(56008)
var l=s(49588)
var c=s(92882)
const u="ssh-agent"
function readKeys(e){const t=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const s=e.match(t)??[]
if(s.length>0&&e.replace(t,"").trim()==="")return s
throw new i.yo({code:"options/ssh-keys",message:s.length===0?"ssh-keys holds no private key":"ssh-keys holds more than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line ends; write several keys one below the other"})}async function startAgent(e){const t=await(0,n.mkdtemp)((0,r.join)((0,o.tmpdir)(),"lucid-agent-"))
const s=(0,r.join)(t,"agent")
const{exitCode:d,stdout:f,stderr:p}=await(0,l.m)(["ssh-agent","-s","-a",s]).catch(async e=>{await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(e.message,e)})
const h=Number(/SSH_AGENT_PID=(\d+)/.exec(f)?.[1])
if(d!==0||!(h>1)){await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(p.trim())}(0,c.HU)(()=>(0,a.LZ)(u,JSON.stringify({pid:h,folder:t})))
process.env.SSH_AUTH_SOCK=s
const m=await Promise.all(e.map((t,s)=>addKey(t,`${s+1} of ${e.length}`)))
const g=m.filter(e=>e!==undefined)
if(g.length>0)throw new i.yo(g)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,t){const s=`${e.replaceAll("\r\n","\n")}\n`
const n={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:o,stderr:r}=await(0,l.m)(["ssh-add","-q","-"],{input:s,env:n})
if(o===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${t}`,why:r.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,t){const s={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or leave ssh-keys out"}
return new i.yo(s,{cause:t})}async function endAgent(e){const{pid:t,folder:s}=JSON.parse(e)
try{process.kill(t)}catch{}await(0,n.rm)(s,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),46814:((e,t,s)=>{s.d(t,{K:()=>readInputs})
var n=s(96251)
var o=s(22334)
var r=s(61e3)
var a=s(57741)
const i={"github-token":e=>[e],"registry-password":e=>[e],logins:a.g,"build-secrets":o.av,"ssh-keys":o.rh}
function readInputs(e){return Object.fromEntries((0,r.cz)(e,"action").map(({name:e})=>{const t=`INPUT_${e.toUpperCase()}`
if(process.env[t]===undefined)return[e,undefined]
const s=(0,n.V4)(e)
const o=i[e]
if(s!==""&&o!==undefined){for(const e of o(s))(0,n.Pq)(e)
delete process.env[t]}return[e,s]}))}}),58420:((e,t,s)=>{s.r(t)
s.d(t,{stageAction:()=>stageAction})
var n=s(96251)
var o=s(66535)
var r=s(94974)
var a=s(42812)
var i=s(14826)
var l=s(40641)
var c=s(11280)
var u=s(66056)
var d=s(76760)
var f=s(5966)
var p=s(71370)
var h=s(55510)
function twoWaves({images:e,matrix:t}){const s=e.filter(({decision:e})=>e.kind==="build")
const n=new Map(t.include.flatMap(e=>keysOf(e).map(t=>[t,e])))
const o=new Set
const r=[]
for(const{service:e,platform:t,from:a}of s){const s=n.get((0,h.p2)(e,t))
for(const e of Object.values(a)){const a=n.get((0,h.p2)(e,t))
if(a===undefined||s===undefined||a===s)continue
o.add(a)
r.push([a,s])}}return{first:joined(t.include.filter(e=>o.has(e)),r),second:t.include.filter(e=>!o.has(e))}}const keysOf=({service:e,platform:t})=>e.split(",").map(e=>(0,h.p2)(e,t))
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function joined(e,t){const s=new Map(e.map(e=>[e,e]))
const headOf=e=>{const t=s.get(e)??e
return t===e?e:headOf(t)}
for(const[e,n]of t)if(s.has(n)&&groupOf(e)===groupOf(n))s.set(headOf(n),headOf(e))
return[...Map.groupBy(e,headOf).values()].map(merge)}function merge(e){const[t]=e
if(t===undefined)throw new Error("a group has members")
if(e.length===1)return t
const s=e.flatMap(({service:e})=>e.split(","))
const n=new Set(e.flatMap(({phase:e})=>e.split(",")).filter(e=>e!==""))
return{...t,name:(0,p.u)(s,t.platform),service:s.join(","),phase:[...n].join(","),wave:Math.min(...e.map(({wave:e})=>e))}}var m=s(60399)
var g=s(97898)
const json=e=>JSON.stringify(e)
const counted=e=>e===undefined?undefined:String(e.length)
const v=45e4
function publishedJson(e){const t=e.map(publishedOutput)
const s=json(t)
if(Buffer.byteLength(s)<=v)return s
return json(t.map(({platforms:e,copies:t,...s})=>({...s,cut:true})))}function publishedOutput(e){const{service:t,image:s,outcome:n,digest:o,release:r,tags:a,platforms:i,copies:l,durationMs:c}=e
const given=e=>e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)
const total=e=>{const t=i.flatMap(t=>t[e]??[])
return t.length===0?undefined:t.reduce((e,t)=>e+t,0)}
return{...{service:t,image:s,outcome:n,digest:o,tags:given(a),size:total("size"),layers:total("layers"),platforms:i},release:r,copies:l?.map(e=>({...e,tags:given(e.tags)})),durationMs:c}}function basesOf({images:e,waves:t}){const s=e.filter(({decision:e})=>e.kind==="build")
const n=new Set(s.map(({service:e})=>e))
const o=new Set(s.flatMap(({from:e})=>Object.values(e)).filter(e=>n.has(e)))
return t.flat().filter(e=>o.has(e))}const legsJson=e=>e.length===0?"":json({include:e})
const tagsOf=(e,t)=>{const{immutable:s=[],floating:n=[]}=e?.tags[t]??{}
return[...s,...n]}
function subjectOutputs(e,t,s){const n=e==="publish"?["publish","run"]:["build"]
const subjects=e=>{const t=s(e)
return t&&(0,g.Z)(t)}
return[{name:"subjects",stages:n,description:`JSON list of ${t}: \`name\` and \`digest\`, for actions/attest.`,value:e=>{const t=subjects(e)
return t&&json(t)}},{name:"subject-checksums",stages:n,description:`Path of the same as a file of checksums, for actions/attest; unset where there is none.`,value:(t,s)=>subjects(t)?.length?(0,d.join)(s,`${e}-subjects.txt`):undefined}]}const w=[["report-json","json","Path of `report.json`: all that the report tells, for programs."],["report-summary","summary","Path of the summary as a Markdown file."],["badge","badge","Path of `badge.json`, for a badge of shields.io (`https://img.shields.io/endpoint?url=...`)."],["history","history","Path of the series of runs, with this one at its end."],["completion","completion","Path of `completion.md`, where it was asked for."]]
const b=[{name:"plan",stages:["plan","run"],description:"Path of `plan.json`, for the input `plan` of later stages.",value:({plan:e},t)=>e&&(0,d.join)(t,"plan.json")},{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Test it before starting a matrix.",value:({plan:e})=>e&&String(e.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",value:({plan:e})=>e&&json(e.matrix)},{name:"bases",stages:["plan"],description:"Names of services to build that others to build are made from, parted by commas; blank if there is none. A job that builds them before the matrix spares each leg from building its base itself.",value:({plan:e})=>e&&basesOf(e).join(",")},{name:"wave-1",stages:["plan"],description:"The matrix in two: here the legs with what others are FROM, which need a job before the others. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).first)},{name:"wave-2",stages:["plan"],description:"And here all other legs. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).second)},{name:"smoke-matrix",stages:["plan"],description:"With `smoke-jobs`: a leg for each platform and kind of runner that has something to smoke. Blank where there is nothing.",value:({plan:e})=>e?.smokeMatrix&&legsJson(e.smokeMatrix.include)},{name:"packed",stages:["plan"],description:"The plan itself in one line, for the input `plan` of stages in other jobs; blank where it would be too long (some 200 images). They take `new` then, and come to the same.",value:({plan:e})=>e&&((0,m.qq)(e)??"")},{name:"services",stages:["plan","run"],description:"Names of the selected services, parted by commas: ready for the input `service`.",value:({plan:e})=>e?.selected.join(",")},{name:"platforms",stages:["plan"],description:"Platforms of the images in the plan, comma-separated: ready for the input `platforms` of setup.",value:({plan:e})=>e&&[...new Set(e.images.map(({platform:e})=>e))].join(",")},{name:"findings",stages:["lint"],description:"Path of `lint.json`.",value:({lint:e},t)=>e&&(0,d.join)(t,"lint.json")},{name:"sarif",stages:["lint"],description:"Path of `lint.sarif`, for github/codeql-action/upload-sarif.",value:({lint:e},t)=>e&&(0,d.join)(t,"lint.sarif")},{name:"errors",stages:["lint"],description:"How many findings are errors.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="error"))},{name:"warnings",stages:["lint"],description:"How many findings are warnings.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="warning"))},{name:"notes",stages:["lint"],description:"How many findings are notes.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="note"))},{name:"build",stages:["build","run"],description:"Path of `build.json`.",value:({build:e},t)=>e&&(0,d.join)(t,"build.json")},{name:"built",stages:["build","run"],description:"How many images were built.",value:({build:e})=>counted(e?.images.filter(({outcome:e})=>e==="built"))},{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will give), `size` in bytes, `layers`, `durationMs`. What each step took is in `build.json`.",value:({build:e,plan:t})=>e&&json(e.images.map(({service:e,platform:s,outcome:n,contentRef:o,digest:r,size:a,layers:i,durationMs:l})=>({...{service:e,platform:s,outcome:n,ref:o,digest:r},tags:tagsOf(t,e),...{size:a,layers:i,durationMs:l}})))},...subjectOutputs("build","each image that was built",({build:e})=>e),{name:"verify",stages:["verify"],description:"Path of `verify.json`.",value:({verify:e},t)=>e&&(0,d.join)(t,"verify.json")},{name:"verified",stages:["verify"],description:"How many images passed every check that stops one.",value:({verify:e})=>counted(e?.images.filter(({digest:e,checks:t})=>e&&(0,f.H)(t).length===0))},{name:"failed",stages:["verify"],description:"How many did not.",value:({verify:e})=>counted(e?.images.filter(({checks:e})=>(0,f.H)(e).length>0))},{name:"smoke",stages:["smoke","run"],description:"Path of `smoke.json`.",value:({smoke:e},t)=>e&&(0,d.join)(t,"smoke.json")},{name:"verify-host",stages:["verify-host"],description:"Path of `verify-host.json`.",value:({verifyHost:e},t)=>e&&(0,d.join)(t,"verify-host.json")},{name:"missing",stages:["verify-host"],description:"How many published images the machine does not have, or has in an old version.",value:({verifyHost:e})=>counted(e?.images.filter(({state:e})=>e==="absent"||e==="old"))},{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the same as JUnit XML, for what shows test results.",value:({smoke:e,verifyHost:t},s)=>e&&(0,d.join)(s,t?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnoses are in the folder `logs` beside it.",value:({smoke:e})=>e?.composeFile},{name:"healthy",stages:["smoke","run","verify-host"],description:"How many services answered as they should.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="healthy"))},{name:"unhealthy",stages:["smoke","run","verify-host"],description:"How many did not, gave no answer or could not be tried.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e!=="healthy"&&e!=="skipped"))},{name:"publish",stages:["publish","run"],description:"Path of `publish.json`.",value:({publish:e},t)=>e&&(0,d.join)(t,"publish.json")},{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `release` (its `version`, and the `digest` that the version's tags name), `copies`, `durationMs`. Where that is over 450 KB, `platforms` and `copies` are left to `publish.json`, and `cut` is true.",value:({publish:e})=>e&&publishedJson(e.services)},{name:"packed",stages:["publish"],description:"The same in one line, for the input `publish-result` of a report in another job; blank where it would be too long (some 200 services).",value:({publish:e})=>e&&((0,m.qq)(e)??"")},...subjectOutputs("publish","each index that was published",({publish:e})=>e),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: what was published, by digest, ready for `docker compose up` where it is to run.",value:({publish:e})=>e?.composeFile},{name:"report",stages:["report","run"],description:"Path of the report, one HTML file.",value:({report:e})=>e?.files.page},...w.map(([e,t,s])=>({name:e,stages:["report","run"],description:s,value:({report:e})=>e?.files[t]})),{name:"comment",stages:["report","run"],description:"Address of the comment on the pull request, where there is one.",value:({told:e})=>e?.comment},{name:"issue",stages:["report","run"],description:"Address of the issue that was opened, commented on, kept or closed.",value:({told:e})=>e?.issue},{name:"builder",stages:["setup"],description:"Name of the buildx builder that builds will use.",value:()=>undefined},{name:"platforms",stages:["setup"],description:"Platforms that it builds for, emulated ones too, parted by commas.",value:()=>undefined},{name:"emulated",stages:["setup"],description:"Platforms that QEMU was registered for, parted by commas; blank if none, or if all of them ran already.",value:()=>undefined},{name:"images",stages:["setup"],description:"JSON: where the images came from that were needed, under `binfmt` and `buildkit`: `engine` (it was there), `cache`, `registry`, or `pulled` (by the engine itself, and not kept).",value:()=>undefined}]
function outputsOf(e){return b.filter(({stages:t})=>t.includes(e))}var y=s(61567)
var k=s(48791)
var S=s(34514)
var j=s(50478)
var x=s(17467)
var M=s(93186)
var O=s(79197)
var N=s(33237)
var E=s(22334)
var H=s(56008)
var P=s(4610)
async function readyForBuilds(e){const t=[]
const collect=e=>{try{return e()}catch(e){if(!(e instanceof H.yo))throw e
t.push(...e.problems)
return undefined}}
const{buildSecrets:s,buildSecretNames:n,sshKeys:o}=e
const r=collect(()=>(0,E.mp)(s,n))
const a=collect(()=>o===undefined?[]:(0,P.x4)(o))
if(t.length>0)throw new H.yo(t)
if(a!==undefined&&a.length>0)await(0,P.Ih)(a)
return r===undefined?{}:{secrets:r}}var A=s(92882)
var $=s(46814)
var T=s(83142)
async function tellGitHub(e,t,n,r){const a=t.issue||t.comment!=="false"
if(e!=="report"&&e!=="run"||!a||(0,o.mm)(r.signal))return{told:{},exitCode:l.NS.fine}
const{tell:i}=await s.e(2399).then(s.bind(s,72399))
const{told:c,notes:u,problems:d}=await i(t,n,{...r,signal:(0,o.Oo)(r.signal)});(0,A.fz)(u.map(e=>({level:"notice",title:"not told on GitHub",message:e})));(0,A.fz)(d.map(({code:e,message:t,why:s,fix:n})=>({level:"error",title:e,message:[t,s,n&&`fix: ${n}`].filter(Boolean).join("\n")})))
return{told:c,exitCode:d.length===0?l.NS.fine:l.NS.environment}}function endedWith({plan:e,...t}){const s=e&&{plan:e,...t}
return s&&{kind:"done",run:s}}function brokenBy(e){if(e instanceof H.yo)return{kind:"broken",problems:e.problems}
const t=e instanceof Error?e.message:String(e)
return{kind:"broken",problems:[{code:"internal/fault",message:t}]}}var z=undefined&&undefined.__addDisposableResource||function(e,t,s){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var n,o
if(s){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
n=t[Symbol.asyncDispose]}if(n===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
n=t[Symbol.dispose]
if(s)o=n}if(typeof n!=="function")throw new TypeError("Object not disposable.")
if(o)n=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:n,async:s})}else if(s){e.stack.push({async:true})}return t}
var J=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(s){t.error=t.hasError?new e(s,t.error,"An error was suppressed during disposal."):s
t.hasError=true}var s,n=0
function next(){while(s=t.stack.pop()){try{if(!s.async&&n===1)return n=0,t.stack.push(s),Promise.resolve().then(next)
if(s.dispose){var e=s.dispose.call(s.value)
if(s.async)return n|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else n|=1}catch(e){fail(e)}}if(n===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,s){var n=new Error(s)
return n.name="SuppressedError",n.error=e,n.suppressed=t,n})
async function stageAction(e){const t={stack:[],error:void 0,hasError:false}
try{const s=(0,$.K)(e)
const n=z(t,(0,A.Wh)(s.progress==="plain"?"plain":"auto"),false)
const r=z(t,(0,c.Y)(n.line),false)
let d=(0,u.B)({progress:n.progress,log:e=>(0,a.vL)(e).forEach(n.line),signal:r.signal})
let f
try{const t={stack:[],error:void 0,hasError:false}
try{const n=(0,k.A)(s,d)
f=n
const a=z(t,(0,o.LH)(r.signal,n.timeout,e),false)
d={...d,signal:a.signal}
const{progress:l}=d
if(e==="run"&&await(0,M.w)(e,d)===undefined)await(0,A.Df)(()=>new O.d(l).during("registry","logging in",()=>(0,T.E8)(n)))
const{documents:c,exitCode:u}=await(0,A.Df)(async()=>{const t=e==="run"||e==="build"
const s=await(0,y.S)(e,n,t?{...d,...await readyForBuilds(n)}:d);(0,A.OG)((0,i.q)(s.documents,(e,t)=>t,Number.POSITIVE_INFINITY))
return s})
giveOutputs(e,c,n.out)
if(n.summary)await summarize(c)
if(e!=="report")(0,A.fz)((0,N.Ih)(c))
process.exitCode=u
const p=endedWith(c)
const h=p&&await tellGitHub(e,n,p,d)
giveOutputs(e,{told:h?.told??{}},n.out)
process.exitCode=u||h?.exitCode}catch(e){t.error=e
t.hasError=true}finally{J(t)}}catch(t){process.exitCode=(0,l.LL)(t)
if(!r.signal.aborted)await(0,A.TF)(t)
if(f!==undefined)await tellGitHub(e,f,brokenBy(t),d).catch(A.TF)}if(r.signal.aborted)process.exitCode=l.NS.interrupted}catch(e){t.error=e
t.hasError=true}finally{J(t)}}function giveOutputs(e,t,s){for(const{name:o,value:r}of outputsOf(e)){const e=r(t,s)
if(e!==undefined)n.uH(o,e)}}async function summarize({plan:e,...t}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(t.verifyHost!==undefined)await n.z.addRaw((0,j.L)(t.verifyHost),true).write()
if(e===undefined){if(t.lint!==undefined)await n.z.addRaw((0,S.cB)(t.lint),true).write()
return}const s=(0,x.xw)({plan:e,...t,...(0,r.$)(process.env)})
await n.z.addRaw(s,true).write()}}),22334:((e,t,s)=>{s.d(t,{av:()=>textsToMask,mp:()=>readHandedSecrets,rh:()=>linesToMask})
var n=s(56008)
const o=/^[A-Za-z_][A-Za-z0-9_]*$/
const r="options/build-secrets"
const a="*"
function readHandedSecrets(e,t){const{values:s,problems:i}=parse(e??"")
const l=t.filter(e=>e!==a&&!o.test(e))
const c=[...i,...l.map(e=>({code:r,message:`build-secret-names: invalid name ${JSON.stringify(e)}`,fix:"use letters, digits and underscores, separated by commas or newlines"})),...s.size>0&&t.length===0?[{code:r,message:"build-secrets is given, but build-secret-names is missing",why:"builds may read only the names in build-secret-names",fix:"list the names that the catalog uses, for example `build-secret-names: NPM_TOKEN`"}]:[]]
if(c.length>0)throw new n.yo(c)
const u=t.includes(a)
const d=new Set(t)
const f=[...s].filter(([e,t])=>t!==""&&(u||d.has(e)))
return{values:new Map(f),...!u&&{names:d}}}function textsToMask(e){const{values:t,problems:s}=parse(e)
return[...t.values(),...s.length>0?[e]:[]].flatMap(linesToMask)}function linesToMask(e){const t=e.split(/\r\n|\r|\n/).map(e=>e.trim()).filter(e=>e!=="")
return t.length===1?t:t.filter(e=>e.length>=4)}const parse=e=>e.trimStart().startsWith("{")?parseJson(e):parseLines(e)
function parseJson(e){let t
try{t=JSON.parse(e)}catch{const e="build-secrets is not valid JSON"
const t="it starts with `{`; a value with several lines or quotes must be escaped"
const s="let GitHub write it: `toJSON(secrets)`, or `toJSON(secrets.NAME)` for one value"
return{values:new Map,problems:[{code:r,message:e,why:t,fix:s}]}}const s=Object.entries(t)
const n=new Map
const a=[]
for(const[e,t]of s)if(!o.test(e))a.push(invalidName(e))
else if(typeof t==="string")n.set(e,t)
else if(t===null)n.set(e,"")
else a.push({code:r,message:`build-secrets: the value of ${e} is not a string`,fix:"put the value in double quotes"})
return{values:n,problems:a}}function parseLines(e){const t=new Map
const s=[]
for(const[n,o]of e.split(/\r\n|\r|\n/).entries()){if(o.trim()==="")continue
const[,e="",a=""]=/^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(o)??[]
if(e==="")s.push({code:r,message:`build-secrets: line ${n+1} is not NAME=value`,why:"each value takes one line in this form",fix:`write NAME=value, or for a value with several lines a JSON object: \`{"NAME": $`+"{{ toJSON(secrets.NAME) }}}`"})
else if(t.has(e))s.push({code:r,message:`build-secrets: line ${n+1} sets ${e} again`,fix:"remove one of the lines"})
else t.set(e,a)}return{values:t,problems:s}}const invalidName=e=>({code:r,message:`build-secrets: a name of ${e.length} characters is invalid`,fix:"use letters, digits and underscores in names"})}),71370:((e,t,s)=>{s.d(t,{D:()=>toMatrix,u:()=>legName})
var n=s(56008)
var o=s(61650)
const r=256
const a=45e4
const i=1e5
const l=60
function toMatrix(e,{maxJobs:t,selected:s=[]}={}){const n=[...Map.groupBy(e,o.F8).values()]
if(n.length>r)throw tooMany(n.length)
const l=n.reduce((e,t)=>e+Math.ceil(listLength(t)/i),0)
const c=(0,o.qq)(e,Math.min(r,Math.max(t??r,l)))
const u=c.toSorted((e,t)=>waveOf(e)-waveOf(t))
const d=u.map(toLeg)
const f=JSON.stringify({include:d}).length+s.join(",").length
const p=Math.max(0,...d.map(({service:e})=>e.length))
if(f>a)throw tooLong(f,a)
if(p>i)throw tooLong(p,i)
return{include:d,bins:u}}const waveOf=({works:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:t})=>e+t.length+1,0)
function toLeg({works:e}){const{platform:t="",runner:s="",wave:n=0}=e[0]??{}
const o=e.map(({service:e})=>e)
return{name:legName(o,t),service:o.join(","),platform:t,runner:s,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:n}}function legName(e,t){const s=[]
for(const t of e){if(s.length>0&&[...s,t].join(", ").length>l)break
s.push(t)}const n=e.length-s.length
return`${s.join(", ")}${n>0?` and ${n} more`:""} (${t.replace(/^linux\//,"")})`}const tooMany=e=>new n.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, and a matrix has at most ${r} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(e,t)=>new n.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, and ${t} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})}),61650:((e,t,s)=>{s.d(t,{F8:()=>groupOf,cy:()=>chain,qq:()=>pack})
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function pack(e,t){const s=[...Map.groupBy(e,groupOf).values()]
const n=share(s,t)
return s.flatMap((e,t)=>packGroup(e,n[t]??1))}function share(e,t){const s=e.map(()=>1)
const n=e.map(e=>e.reduce((e,{seconds:t})=>e+t,0))
for(let o=t-e.length;o>0;o-=1){let t
for(const[o,r]of e.entries()){if((s[o]??1)>=r.length)continue
const e=(n[o]??0)/(s[o]??1)
if(t===undefined||e>(n[t]??0)/(s[t]??1))t=o}if(t===undefined)break
s[t]=(s[t]??1)+1}return s}function packGroup(e,t){if(e.length<=t)return e.map(e=>({works:[e],seconds:chain(e)}))
const s=new Set(e)
const n=new Set
const o=Array.from({length:t},()=>({works:[],builds:new Set,seconds:0}))
for(const t of e.toSorted((e,t)=>chain(t)-chain(e))){if(n.has(t))continue
const e=[...t.needs,t]
let r
for(const t of o){const s=t.seconds+e.reduce((e,s)=>e+(t.builds.has(s)?0:s.seconds),0)
if(r===undefined||s<r.end)r={bin:t,end:s}}if(r===undefined)continue
const{bin:a,end:i}=r
a.seconds=i
for(const t of e){a.builds.add(t)
if(!s.has(t)||n.has(t))continue
n.add(t)
a.works.push(t)}}return o.filter(e=>e.works.length>0).map(e=>({works:e.works.toSorted((e,t)=>e.wave-t.wave),seconds:e.seconds}))}const chain=({needs:e,seconds:t})=>e.reduce((e,t)=>e+t.seconds,t)}),55510:((e,t,s)=>{s.d(t,{LT:()=>workOf,mv:()=>runnerOf,p2:()=>imageKey})
const imageKey=(e,t)=>`${e} ${t}`
const n="ubuntu-24.04"
const o={"linux/arm64":"ubuntu-24.04-arm"}
const r=/^linux\/(?:amd64|386)(?:\/|$)/
const a=60
const i=2e6
const l=10
const c=10
function workOf(e,t,s,n,o){const r=new Map(t.map(e=>[e.name,e]))
const a=new Map(s.flatMap((e,t)=>e.map(e=>[e,t])))
const waveOf=({service:e})=>a.get(e)??0
const i=e.filter(({decision:e})=>e.kind==="build")
const l=i.flatMap(e=>o.seconds.get(imageKey(e.service,e.platform))??[])
const c=l.length*2>=i.length?median(l):undefined
const u=new Map
for(const e of i.toSorted((e,t)=>waveOf(e)-waveOf(t))){const{service:t,platform:s}=e
const a=[...new Set(Object.values(e.from))].flatMap(e=>u.get(imageKey(e,s))??[])
u.set(imageKey(t,s),{service:t,platform:s,runner:runnerOf(r.get(t),s,n),phase:r.get(t)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(r.get(t),s,n),o,c),needs:[...new Set(a.flatMap(e=>[...e.needs,e]))]})}const has=e=>[...u.keys()].some(t=>e.has(t))
return{work:[...u.values()],by:has(o.seconds)?"times":has(o.sizes)?"sizes":"guess"}}function runnerOf(e,t,s){const r=s==="native"?o[t]:undefined
return e?.runners?.[t]??r??n}function isNative(e,t,s){const n=s==="native"&&o[t]!==undefined
return r.test(t)||n||e?.runners?.[t]!==undefined}function secondsOf({service:e,platform:t},s,n,o){const r=imageKey(e,t)
const u=n.seconds.get(r)
if(u!==undefined)return u
const d=n.sizes.get(r)
if(d===undefined&&o!==undefined)return o
const f=d===undefined?a:Math.max(l,d/i)
return f*(s?1:c)}function median(e){return e.toSorted((e,t)=>e-t)[Math.floor(e.length/2)]}})}
