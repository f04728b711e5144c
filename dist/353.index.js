export const id=353
export const ids=[353]
export const modules={64302:((e,t,s)=>{s.d(t,{Ih:()=>startAgent,Rz:()=>u,x4:()=>readKeys,xj:()=>endAgent})
var n=s(51455)
var r=s(48161)
var o=s(76760)
var i=s(96251)
var a=s(44853)
var c=s(85465)
var l=s(48403)
const u="ssh-agent"
function readKeys(e){const t=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const s=e.match(t)??[]
if(s.length>0&&e.replace(t,"").trim()==="")return s
throw new c.yo({code:"options/ssh-keys",message:s.length===0?"ssh-keys holds no private key":"ssh-keys holds more than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line ends; write several keys one below the other"})}async function startAgent(e){const t=await(0,n.mkdtemp)((0,o.join)((0,r.tmpdir)(),"lucid-agent-"))
const s=(0,o.join)(t,"agent")
const{exitCode:d,stdout:f,stderr:p}=await(0,a.m)(["ssh-agent","-s","-a",s]).catch(async e=>{await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(e.message,e)})
const h=Number(/SSH_AGENT_PID=(\d+)/.exec(f)?.[1])
if(d!==0||!(h>1)){await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(p.trim())}(0,l.HU)(()=>(0,i.LZ)(u,JSON.stringify({pid:h,folder:t})))
process.env.SSH_AUTH_SOCK=s
const m=await Promise.all(e.map((t,s)=>addKey(t,`${s+1} of ${e.length}`)))
const g=m.filter(e=>e!==undefined)
if(g.length>0)throw new c.yo(g)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,t){const s=`${e.replaceAll("\r\n","\n")}\n`
const n={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:r,stderr:o}=await(0,a.m)(["ssh-add","-q","-"],{input:s,env:n})
if(r===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${t}`,why:o.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,t){const s={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or leave ssh-keys out"}
return new c.yo(s,{cause:t})}async function endAgent(e){const{pid:t,folder:s}=JSON.parse(e)
try{process.kill(t)}catch{}await(0,n.rm)(s,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),70954:((e,t,s)=>{s.d(t,{K:()=>readInputs})
var n=s(96251)
var r=s(24628)
var o=s(44575)
var i=s(18883)
const a={"github-token":e=>[e],"registry-password":e=>[e],logins:i.g,"build-secrets":r.av,"ssh-keys":r.rh}
function readInputs(e){return Object.fromEntries((0,o.cz)(e,"action").map(({name:e})=>{const t=`INPUT_${e.toUpperCase()}`
if(process.env[t]===undefined)return[e,undefined]
const s=(0,n.V4)(e)
const r=a[e]
if(s!==""&&r!==undefined){for(const e of r(s))(0,n.Pq)(e)
delete process.env[t]}return[e,s]}))}}),51292:((e,t,s)=>{s.r(t)
s.d(t,{stageAction:()=>stageAction})
var n=s(96251)
var r=s(52991)
var o=s(76760)
var i=s(37314)
var a=s(15044)
var c=s(50971)
var l=s(68780)
var u=s(70500)
function twoWaves({images:e,matrix:t}){const s=e.filter(({decision:e})=>e.kind==="build")
const n=new Map(t.include.flatMap(e=>keysOf(e).map(t=>[t,e])))
const r=new Set
const o=[]
for(const{service:e,platform:t,from:i}of s){const s=n.get((0,u.p2)(e,t))
for(const e of Object.values(i)){const i=n.get((0,u.p2)(e,t))
if(i===undefined||s===undefined||i===s)continue
r.add(i)
o.push([i,s])}}return{first:joined(t.include.filter(e=>r.has(e)),o),second:t.include.filter(e=>!r.has(e))}}const keysOf=({service:e,platform:t})=>e.split(",").map(e=>(0,u.p2)(e,t))
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
return{...t,name:(0,l.u)(s,t.platform),service:s.join(","),phase:[...n].join(","),wave:Math.min(...e.map(({wave:e})=>e))}}const json=e=>JSON.stringify(e)
const counted=e=>e===undefined?undefined:String(e.length)
const d=45e4
function publishedJson(e){const t=e.map(publishedOutput)
const s=json(t)
if(Buffer.byteLength(s)<=d)return s
return json(t.map(({platforms:e,copies:t,...s})=>({...s,cut:true})))}function publishedOutput(e){const{service:t,image:s,outcome:n,digest:r,release:o,tags:i,platforms:a,copies:c,durationMs:l}=e
const given=e=>e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)
const total=e=>{const t=a.flatMap(t=>t[e]??[])
return t.length===0?undefined:t.reduce((e,t)=>e+t,0)}
return{...{service:t,image:s,outcome:n,digest:r,tags:given(i),size:total("size"),layers:total("layers"),platforms:a},release:o,copies:c?.map(e=>({...e,tags:given(e.tags)})),durationMs:l}}function basesOf({images:e,waves:t}){const s=e.filter(({decision:e})=>e.kind==="build")
const n=new Set(s.map(({service:e})=>e))
const r=new Set(s.flatMap(({from:e})=>Object.values(e)).filter(e=>n.has(e)))
return t.flat().filter(e=>r.has(e))}const legsJson=e=>e.length===0?"":json({include:e})
const tagsOf=(e,t)=>{const{immutable:s=[],floating:n=[]}=e?.tags[t]??{}
return[...s,...n]}
function subjectOutputs(e,t,s){const n=e==="publish"?["publish","run"]:["build"]
const subjects=e=>{const t=s(e)
return t&&(0,i.Z)(t)}
return[{name:"subjects",stages:n,description:`JSON list of ${t}: \`name\` and \`digest\`, for actions/attest.`,value:e=>{const t=subjects(e)
return t&&json(t)}},{name:"subject-checksums",stages:n,description:`Path of the same as a file of checksums, for actions/attest; unset where there is none.`,value:(t,s)=>subjects(t)?.length?(0,o.join)(s,`${e}-subjects.txt`):undefined}]}const f=[["report-json","json","Path of `report.json`: all that the report tells, for programs."],["report-summary","summary","Path of the summary as a Markdown file."],["badge","badge","Path of `badge.json`, for a badge of shields.io (`https://img.shields.io/endpoint?url=...`)."],["history","history","Path of the series of runs, with this one at its end."],["completion","completion","Path of `completion.md`, where it was asked for."]]
const p=[{name:"plan",stages:["plan","run"],description:"Path of `plan.json`, for the input `plan` of later stages.",value:({plan:e},t)=>e&&(0,o.join)(t,"plan.json")},{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Test it before starting a matrix.",value:({plan:e})=>e&&String(e.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",value:({plan:e})=>e&&json(e.matrix)},{name:"bases",stages:["plan"],description:"Names of services to build that others to build are made from, comma-separated; empty if there is none. A job that builds them before the matrix spares each leg from building its base itself.",value:({plan:e})=>e&&basesOf(e).join(",")},{name:"wave-1",stages:["plan"],description:"The matrix in two: here the legs with what others are FROM, which need a job before the others. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).first)},{name:"wave-2",stages:["plan"],description:"And here all other legs. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).second)},{name:"smoke-matrix",stages:["plan"],description:"With `smoke-jobs`: a leg for each platform and kind of runner that has something to smoke. Blank where there is nothing.",value:({plan:e})=>e?.smokeMatrix&&legsJson(e.smokeMatrix.include)},{name:"packed",stages:["plan"],description:"The plan itself in one line, for the input `plan` of stages in other jobs; blank where it would be too long (some 200 images). They take `new` then, and come to the same.",value:({plan:e})=>e&&((0,c.qq)(e)??"")},{name:"services",stages:["plan","run"],description:"Names of the selected services, comma-separated, ready for the input `service`.",value:({plan:e})=>e?.selected.join(",")},{name:"platforms",stages:["plan"],description:"Platforms of the images in the plan, comma-separated: ready for the input `platforms` of setup.",value:({plan:e})=>e&&[...new Set(e.images.map(({platform:e})=>e))].join(",")},{name:"findings",stages:["lint"],description:"Path of `lint.json`.",value:({lint:e},t)=>e&&(0,o.join)(t,"lint.json")},{name:"sarif",stages:["lint"],description:"Path of `lint.sarif`, for github/codeql-action/upload-sarif.",value:({lint:e},t)=>e&&(0,o.join)(t,"lint.sarif")},{name:"errors",stages:["lint"],description:"How many findings are errors.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="error"))},{name:"warnings",stages:["lint"],description:"How many findings are warnings.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="warning"))},{name:"notes",stages:["lint"],description:"How many findings are notes.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="note"))},{name:"build",stages:["build","run"],description:"Path of `build.json`.",value:({build:e},t)=>e&&(0,o.join)(t,"build.json")},{name:"built",stages:["build","run"],description:"How many images were built.",value:({build:e})=>counted(e?.images.filter(({outcome:e})=>e==="built"))},{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will give), `size` in bytes, `layers`, `durationMs`. What each step took is in `build.json`.",value:({build:e,plan:t})=>e&&json(e.images.map(({service:e,platform:s,outcome:n,contentRef:r,digest:o,size:i,layers:a,durationMs:c})=>({...{service:e,platform:s,outcome:n,ref:r,digest:o},tags:tagsOf(t,e),...{size:i,layers:a,durationMs:c}})))},...subjectOutputs("build","each image that was built",({build:e})=>e),{name:"verify",stages:["verify"],description:"Path of `verify.json`.",value:({verify:e},t)=>e&&(0,o.join)(t,"verify.json")},{name:"verified",stages:["verify"],description:"How many images passed every check that stops one.",value:({verify:e})=>counted(e?.images.filter(({digest:e,checks:t})=>e&&(0,a.HH)(t).length===0))},{name:"failed",stages:["verify"],description:"How many did not.",value:({verify:e})=>counted(e?.images.filter(({checks:e})=>(0,a.HH)(e).length>0))},{name:"smoke",stages:["smoke","run"],description:"Path of `smoke.json`.",value:({smoke:e},t)=>e&&(0,o.join)(t,"smoke.json")},{name:"verify-host",stages:["verify-host"],description:"Path of `verify-host.json`.",value:({verifyHost:e},t)=>e&&(0,o.join)(t,"verify-host.json")},{name:"missing",stages:["verify-host"],description:"How many published images the machine does not have, or has in an old version.",value:({verifyHost:e})=>counted(e?.images.filter(({state:e})=>e==="absent"||e==="old"))},{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the same as JUnit XML, for what shows test results.",value:({smoke:e,verifyHost:t},s)=>e&&(0,o.join)(s,t?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnoses are in the folder `logs` beside it.",value:({smoke:e})=>e?.composeFile},{name:"healthy",stages:["smoke","run","verify-host"],description:"How many services answered as they should.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="healthy"))},{name:"unhealthy",stages:["smoke","run","verify-host"],description:"How many did not, gave no answer or could not be tried.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e!=="healthy"&&e!=="skipped"))},{name:"publish",stages:["publish","run"],description:"Path of `publish.json`.",value:({publish:e},t)=>e&&(0,o.join)(t,"publish.json")},{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `release` (its `version`, and the `digest` that the version's tags name), `copies`, `durationMs`. Where that is over 450 KB, `platforms` and `copies` are left to `publish.json`, and `cut` is true.",value:({publish:e})=>e&&publishedJson(e.services)},{name:"packed",stages:["publish"],description:"The same in one line, for the input `publish-result` of a report in another job; blank where it would be too long (some 200 services).",value:({publish:e})=>e&&((0,c.qq)(e)??"")},...subjectOutputs("publish","each index that was published",({publish:e})=>e),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: what was published, by digest, ready for `docker compose up` where it is to run.",value:({publish:e})=>e?.composeFile},{name:"report",stages:["report","run"],description:"Path of the report, one HTML file.",value:({report:e})=>e?.files.page},...f.map(([e,t,s])=>({name:e,stages:["report","run"],description:s,value:({report:e})=>e?.files[t]})),{name:"comment",stages:["report","run"],description:"Address of the comment on the pull request, where there is one.",value:({told:e})=>e?.comment},{name:"issue",stages:["report","run"],description:"Address of the issue that was opened, commented on, kept or closed.",value:({told:e})=>e?.issue},{name:"builder",stages:["setup"],description:"Name of the buildx builder that builds will use.",value:()=>undefined},{name:"platforms",stages:["setup"],description:"Platforms that it builds for, emulated ones too, comma-separated.",value:()=>undefined},{name:"emulated",stages:["setup"],description:"Platforms that QEMU was registered for, comma-separated; empty if none, or if all of them ran already.",value:()=>undefined},{name:"images",stages:["setup"],description:"JSON: where the images came from that were needed, under `binfmt` and `buildkit`: `engine` (it was there), `cache`, `registry`, or `pulled` (by the engine itself, and not kept).",value:()=>undefined}]
function outputsOf(e){return p.filter(({stages:t})=>t.includes(e))}var h=s(95342)
var m=s(55087)
var g=s(93651)
var v=s(40414)
var w=s(69842)
var y=s(36051)
var b=s(40318)
var k=s(68261)
var S=s(95538)
var x=s(40425)
var j=s(87096)
var O=s(45043)
var M=s(80244)
var N=s(74713)
var $=s(24628)
var A=s(85465)
var E=s(64302)
async function readyForBuilds(e){const t=[]
const collect=e=>{try{return e()}catch(e){if(!(e instanceof A.yo))throw e
t.push(...e.problems)
return undefined}}
const{buildSecrets:s,buildSecretNames:n,sshKeys:r}=e
const o=collect(()=>(0,$.mp)(s,n))
const i=collect(()=>r===undefined?[]:(0,E.x4)(r))
if(t.length>0)throw new A.yo(t)
if(i!==undefined&&i.length>0)await(0,E.Ih)(i)
return o===undefined?{}:{secrets:o}}var H=s(75019)
var P=s(70954)
var z=s(48403)
async function tellGitHub(e,t,n,r){const o=t.issue||t.comment!=="false"
if(e!=="report"&&e!=="run"||!o||(0,b.mm)(r.signal))return{told:{},exitCode:x.NS.fine}
const{tell:i}=await s.e(5704).then(s.bind(s,95704))
const{told:a,notes:c,problems:l}=await i(t,n,{...r,signal:(0,b.Oo)(r.signal)});(0,z.fz)(c.map(e=>({level:"notice",title:"not told on GitHub",message:e})));(0,z.fz)(l.map(({code:e,message:t,why:s,fix:n})=>({level:"error",title:e,message:[t,s,n&&`fix: ${n}`].filter(Boolean).join("\n")})))
return{told:a,exitCode:l.length===0?x.NS.fine:x.NS.environment}}function endedWith({plan:e,...t}){const s=e&&{plan:e,...t}
return s&&{kind:"done",run:s}}function brokenBy(e){if(e instanceof A.yo)return{kind:"broken",problems:e.problems}
const t=e instanceof Error?e.message:String(e)
return{kind:"broken",problems:[{code:"internal/fault",message:t}]}}var T=undefined&&undefined.__addDisposableResource||function(e,t,s){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var n,r
if(s){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
n=t[Symbol.asyncDispose]}if(n===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
n=t[Symbol.dispose]
if(s)r=n}if(typeof n!=="function")throw new TypeError("Object not disposable.")
if(r)n=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:n,async:s})}else if(s){e.stack.push({async:true})}return t}
var _=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(s){t.error=t.hasError?new e(s,t.error,"An error was suppressed during disposal."):s
t.hasError=true}var s,n=0
function next(){while(s=t.stack.pop()){try{if(!s.async&&n===1)return n=0,t.stack.push(s),Promise.resolve().then(next)
if(s.dispose){var e=s.dispose.call(s.value)
if(s.async)return n|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else n|=1}catch(e){fail(e)}}if(n===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,s){var n=new Error(s)
return n.name="SuppressedError",n.error=e,n.suppressed=t,n})
async function stageAction(e){const t={stack:[],error:void 0,hasError:false}
try{const s=(0,P.K)(e)
const n=T(t,(0,z.Wh)(s.progress==="plain"?"plain":"auto"),false)
const r=T(t,(0,j.Y)(n.line),false)
let o=(0,O.B)({progress:n.progress,log:e=>(0,k.vL)(e).forEach(n.line),signal:r.signal})
let i
try{const t={stack:[],error:void 0,hasError:false}
try{const n=(0,h.A)(s,o)
i=n
const a=T(t,(0,b.LH)(r.signal,n.timeout,e),false)
o={...o,signal:a.signal}
const{progress:c}=o
if(e==="run"&&await(0,y.w)(e,o)===undefined)await(0,z.Df)(()=>new S.d(c).during("registry","logging in",()=>(0,H.E8)(n)))
const{documents:l,exitCode:u}=await(0,z.Df)(async()=>{const t=e==="run"||e==="build"
const s=await(0,M.S)(e,n,t?{...o,...await readyForBuilds(n)}:o);(0,z.OG)((0,g.q)(s.documents,(e,t)=>t,Number.POSITIVE_INFINITY))
return s})
giveOutputs(e,l,n.out)
if(n.summary)await summarize(l)
if(e!=="report")(0,z.fz)((0,N.Ih)(l))
process.exitCode=u
const d=endedWith(l)
const f=d&&await tellGitHub(e,n,d,o)
giveOutputs(e,{told:f?.told??{}},n.out)
process.exitCode=u||f?.exitCode}catch(e){t.error=e
t.hasError=true}finally{_(t)}}catch(t){process.exitCode=(0,x.LL)(t)
if(!r.signal.aborted)await(0,z.TF)(t)
if(i!==undefined)await tellGitHub(e,i,brokenBy(t),o).catch(z.TF)}if(r.signal.aborted)process.exitCode=x.NS.interrupted}catch(e){t.error=e
t.hasError=true}finally{_(t)}}function giveOutputs(e,t,s){for(const{name:r,value:o}of outputsOf(e)){const e=o(t,s)
if(e!==undefined)n.uH(r,e)}}async function summarize({plan:e,...t}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(t.verifyHost!==undefined)await n.z.addRaw((0,w.L)(t.verifyHost),true).write()
if(e===undefined){if(t.lint!==undefined)await n.z.addRaw((0,v.cB)(t.lint),true).write()
return}const s=(0,m.xw)({plan:e,...t,...(0,r.$)(process.env)})
await n.z.addRaw(s,true).write()}}),51914:((e,t,s)=>{s.d(t,{F8:()=>groupOf,cy:()=>chain,qq:()=>pack})
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function pack(e,t){const s=[...Map.groupBy(e,groupOf).values()]
const n=share(s,t)
return s.flatMap((e,t)=>packGroup(e,n[t]??1))}function share(e,t){const s=e.map(()=>1)
const n=e.map(e=>e.reduce((e,{seconds:t})=>e+t,0))
for(let r=t-e.length;r>0;r-=1){let t
for(const[r,o]of e.entries()){if((s[r]??1)>=o.length)continue
const e=(n[r]??0)/(s[r]??1)
if(t===undefined||e>(n[t]??0)/(s[t]??1))t=r}if(t===undefined)break
s[t]=(s[t]??1)+1}return s}function packGroup(e,t){if(e.length<=t)return e.map(e=>({works:[e],seconds:chain(e)}))
const s=new Set(e)
const n=new Set
const r=Array.from({length:t},()=>({works:[],builds:new Set,seconds:0}))
for(const t of e.toSorted((e,t)=>chain(t)-chain(e))){if(n.has(t))continue
const e=[...t.needs,t]
let o
for(const t of r){const s=t.seconds+e.reduce((e,s)=>e+(t.builds.has(s)?0:s.seconds),0)
if(o===undefined||s<o.end)o={bin:t,end:s}}if(o===undefined)continue
const{bin:i,end:a}=o
i.seconds=a
for(const t of e){i.builds.add(t)
if(!s.has(t)||n.has(t))continue
n.add(t)
i.works.push(t)}}return r.filter(e=>e.works.length>0).map(e=>({works:e.works.toSorted((e,t)=>e.wave-t.wave),seconds:e.seconds}))}const chain=({needs:e,seconds:t})=>e.reduce((e,t)=>e+t.seconds,t)}),68780:((e,t,s)=>{s.d(t,{D:()=>toMatrix,u:()=>legName})
var n=s(85465)
var r=s(51914)
const o=256
const i=45e4
const a=1e5
const c=60
function toMatrix(e,{maxJobs:t,selected:s=[]}={}){const n=[...Map.groupBy(e,r.F8).values()]
if(n.length>o)throw tooMany(n.length)
const c=n.reduce((e,t)=>e+Math.ceil(listLength(t)/a),0)
const l=(0,r.qq)(e,Math.min(o,Math.max(t??o,c)))
const u=l.toSorted((e,t)=>waveOf(e)-waveOf(t))
const d=u.map(toLeg)
const f=JSON.stringify({include:d}).length+s.join(",").length
const p=Math.max(0,...d.map(({service:e})=>e.length))
if(f>i)throw tooLong(f,i)
if(p>a)throw tooLong(p,a)
return{include:d,bins:u}}const waveOf=({works:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:t})=>e+t.length+1,0)
function toLeg({works:e}){const{platform:t="",runner:s="",wave:n=0}=e[0]??{}
const r=e.map(({service:e})=>e)
return{name:legName(r,t),service:r.join(","),platform:t,runner:s,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:n}}function legName(e,t){const s=[]
for(const t of e){if(s.length>0&&[...s,t].join(", ").length>c)break
s.push(t)}const n=e.length-s.length
return`${s.join(", ")}${n>0?` and ${n} more`:""} (${t.replace(/^linux\//,"")})`}const tooMany=e=>new n.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, and a matrix has at most ${o} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(e,t)=>new n.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, and ${t} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})}),70500:((e,t,s)=>{s.d(t,{LT:()=>workOf,mv:()=>runnerOf,p2:()=>imageKey})
const imageKey=(e,t)=>`${e} ${t}`
const n="ubuntu-24.04"
const r={"linux/arm64":"ubuntu-24.04-arm"}
const o=/^linux\/(?:amd64|386)(?:\/|$)/
const i=60
const a=2e6
const c=10
const l=10
function workOf(e,t,s,n,r){const o=new Map(t.map(e=>[e.name,e]))
const i=new Map(s.flatMap((e,t)=>e.map(e=>[e,t])))
const waveOf=({service:e})=>i.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const c=a.flatMap(e=>r.seconds.get(imageKey(e.service,e.platform))??[])
const l=c.length*2>=a.length?median(c):undefined
const u=new Map
for(const e of a.toSorted((e,t)=>waveOf(e)-waveOf(t))){const{service:t,platform:s}=e
const i=[...new Set(Object.values(e.from))].flatMap(e=>u.get(imageKey(e,s))??[])
u.set(imageKey(t,s),{service:t,platform:s,runner:runnerOf(o.get(t),s,n),phase:o.get(t)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(o.get(t),s,n),r,l),needs:[...new Set(i.flatMap(e=>[...e.needs,e]))]})}const has=e=>[...u.keys()].some(t=>e.has(t))
return{work:[...u.values()],by:has(r.seconds)?"times":has(r.sizes)?"sizes":"guess"}}function runnerOf(e,t,s){const o=s==="native"?r[t]:undefined
return e?.runners?.[t]??o??n}function isNative(e,t,s){const n=s==="native"&&r[t]!==undefined
return o.test(t)||n||e?.runners?.[t]!==undefined}function secondsOf({service:e,platform:t},s,n,r){const o=imageKey(e,t)
const u=n.seconds.get(o)
if(u!==undefined)return u
const d=n.sizes.get(o)
if(d===undefined&&r!==undefined)return r
const f=d===undefined?i:Math.max(c,d/a)
return f*(s?1:l)}function median(e){return e.toSorted((e,t)=>e-t)[Math.floor(e.length/2)]}}),11886:((e,t,s)=>{s.d(t,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,Wf:()=>readReference,Z9:()=>referenceTarget,_M:()=>repositoryOf,hG:()=>familiarName})
var n=s(85465)
const r=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const o=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const i=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const a=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const c="docker.io"
function isTag(e){return i.test(e)}function isDigest(e){return a.test(e)}function parseReference(e){const t=readReference(e)
if(t.kind==="problem")throw new n.yo(t.problem)
return t.reference}function readReference(e,t){const{name:s,tag:n,digest:r}=cut(e)
const{host:o,repository:i}=splitHost(s)
const a=wrongWith({host:o,repository:i,tag:n,digest:r})
if(a!==undefined){const s=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const n="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:s,why:a,fix:n,...t&&{at:t}}}}return{kind:"reference",reference:{host:o,repository:i,...n!==undefined&&{tag:n},...r!==undefined&&{digest:r}}}}function formatReference({host:e,repository:t,tag:s,digest:n}){return`${e}/${t}${s===undefined?"":`:${s}`}${n===undefined?"":`@${n}`}`}function familiarName(e){const t=formatReference(e)
const s=t.startsWith(`${c}/`)?t.slice(c.length+1):t
const n=e.host===c&&/^library\/[^/]+$/.test(e.repository)?s.slice(8):s
return n.endsWith(":latest")?n.slice(0,-":latest".length):n}function mirrorReference(e,t){const s=t.get(e.host)
if(s===undefined)return e
const{host:n,repository:r}=parseReference(`${s.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:n,repository:r}}function referenceTarget({tag:e,digest:t}){return t??e??"latest"}function cut(e){const t=e.indexOf("@")
const s=t===-1?e:e.slice(0,t)
const n=s.indexOf(":",s.lastIndexOf("/")+1)
return{name:n===-1?s:s.slice(0,n),...n!==-1&&{tag:s.slice(n+1)},...t!==-1&&{digest:e.slice(t+1)}}}function splitHost(e){const t=e.indexOf("/")
const s=t===-1?"":e.slice(0,t)
const n=/[.:]/.test(s)||s==="localhost"||s!==s.toLowerCase()
const r=n?s:c
const o=n?e.slice(t+1):e
if(r!==c&&r!=="index.docker.io")return{host:r,repository:o}
return{host:c,repository:o.includes("/")?o:`library/${o}`}}function wrongWith(e){const{host:t,repository:s,tag:n,digest:i}=e
const a=s.replace(/^library\//,"")
if(a==="")return"the name is missing"
if(!r.test(t))return`${JSON.stringify(t)} is not a registry host`
if(s!==s.toLowerCase())return`the name ${JSON.stringify(a)} must be lower case`
const c=s.split("/").find(e=>!o.test(e))
if(c!==undefined)return`${JSON.stringify(c)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(a))return"a name of 64 hex digits reads as an image ID"
if(t.length+1+s.length>255)return"host and name are longer than 255 characters"
if(n!==undefined&&!isTag(n))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(i!==undefined&&!isDigest(i))return"a digest is sha256: and 64 hex digits"
return undefined}function repositoryOf(e){const t=e.split("@",1)[0]??e
const s=t.lastIndexOf(":")
return s>t.lastIndexOf("/")?t.slice(0,s):t}}),24628:((e,t,s)=>{s.d(t,{av:()=>textsToMask,mp:()=>readHandedSecrets,rh:()=>linesToMask})
var n=s(85465)
const r=/^[A-Za-z_][A-Za-z0-9_]*$/
const o="options/build-secrets"
const i="*"
function readHandedSecrets(e,t){const{values:s,problems:a}=parse(e??"")
const c=t.filter(e=>e!==i&&!r.test(e))
const l=[...a,...c.map(e=>({code:o,message:`build-secret-names: invalid name ${JSON.stringify(e)}`,fix:"use letters, digits and underscores, separated by commas or newlines"})),...s.size>0&&t.length===0?[{code:o,message:"build-secrets is given, but build-secret-names is missing",why:"builds may read only the names in build-secret-names",fix:"list the names that the catalog uses, for example `build-secret-names: NPM_TOKEN`"}]:[]]
if(l.length>0)throw new n.yo(l)
const u=t.includes(i)
const d=new Set(t)
const f=[...s].filter(([e,t])=>t!==""&&(u||d.has(e)))
return{values:new Map(f),...!u&&{names:d}}}function textsToMask(e){const{values:t,problems:s}=parse(e)
return[...t.values(),...s.length>0?[e]:[]].flatMap(linesToMask)}function linesToMask(e){const t=e.split(/\r\n|\r|\n/).map(e=>e.trim()).filter(e=>e!=="")
return t.length===1?t:t.filter(e=>e.length>=4)}const parse=e=>e.trimStart().startsWith("{")?parseJson(e):parseLines(e)
function parseJson(e){let t
try{t=JSON.parse(e)}catch{const e="build-secrets is not valid JSON"
const t="it starts with `{`; a value with several lines or quotes must be escaped"
const s="let GitHub write it: `toJSON(secrets)`, or `toJSON(secrets.NAME)` for one value"
return{values:new Map,problems:[{code:o,message:e,why:t,fix:s}]}}const s=Object.entries(t)
const n=new Map
const i=[]
for(const[e,t]of s)if(!r.test(e))i.push(invalidName(e))
else if(typeof t==="string")n.set(e,t)
else if(t===null)n.set(e,"")
else i.push({code:o,message:`build-secrets: the value of ${e} is not a string`,fix:"put the value in double quotes"})
return{values:n,problems:i}}function parseLines(e){const t=new Map
const s=[]
for(const[n,r]of e.split(/\r\n|\r|\n/).entries()){if(r.trim()==="")continue
const[,e="",i=""]=/^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(r)??[]
if(e==="")s.push({code:o,message:`build-secrets: line ${n+1} is not NAME=value`,why:"each value takes one line in this form",fix:`write NAME=value, or for a value with several lines a JSON object: \`{"NAME": $`+"{{ toJSON(secrets.NAME) }}}`"})
else if(t.has(e))s.push({code:o,message:`build-secrets: line ${n+1} sets ${e} again`,fix:"remove one of the lines"})
else t.set(e,i)}return{values:t,problems:s}}const invalidName=e=>({code:o,message:`build-secrets: a name of ${e.length} characters is invalid`,fix:"use letters, digits and underscores in names"})})}
