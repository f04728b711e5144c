export const id=3918
export const ids=[3918]
export const modules={46814:((e,n,t)=>{t.d(n,{K:()=>readInputs})
var s=t(96251)
var r=t(61e3)
var o=t(57741)
const i={"github-token":e=>[e],"registry-password":e=>[e],logins:o.g}
function readInputs(e){return Object.fromEntries((0,r.cz)(e,"action").map(({name:e})=>{const n=`INPUT_${e.toUpperCase()}`
if(process.env[n]===undefined)return[e,undefined]
const t=(0,s.V4)(e)
const r=i[e]
if(t!==""&&r!==undefined){for(const e of r(t))(0,s.Pq)(e)
delete process.env[n]}return[e,t]}))}}),22309:((e,n,t)=>{t.r(n)
t.d(n,{stageAction:()=>stageAction})
var s=t(96251)
var r=t(94974)
var o=t(42812)
var i=t(14826)
var a=t(40641)
var c=t(11280)
var u=t(66056)
var l=t(76760)
var d=t(5966)
var f=t(71370)
var p=t(55510)
function twoWaves({images:e,matrix:n}){const t=e.filter(({decision:e})=>e.kind==="build")
const s=new Map(n.include.flatMap(e=>keysOf(e).map(n=>[n,e])))
const r=new Set
const o=[]
for(const{service:e,platform:n,from:i}of t){const t=s.get((0,p.p2)(e,n))
for(const e of Object.values(i)){const i=s.get((0,p.p2)(e,n))
if(i===undefined||t===undefined||i===t)continue
r.add(i)
o.push([i,t])}}return{first:joined(n.include.filter(e=>r.has(e)),o),second:n.include.filter(e=>!r.has(e))}}const keysOf=({service:e,platform:n})=>e.split(",").map(e=>(0,p.p2)(e,n))
const groupOf=({platform:e,runner:n})=>JSON.stringify([e,n])
function joined(e,n){const t=new Map(e.map(e=>[e,e]))
const headOf=e=>{const n=t.get(e)??e
return n===e?e:headOf(n)}
for(const[e,s]of n)if(t.has(s)&&groupOf(e)===groupOf(s))t.set(headOf(s),headOf(e))
return[...Map.groupBy(e,headOf).values()].map(merge)}function merge(e){const[n]=e
if(n===undefined)throw new Error("a group has members")
if(e.length===1)return n
const t=e.flatMap(({service:e})=>e.split(","))
const s=new Set(e.flatMap(({phase:e})=>e.split(",")).filter(e=>e!==""))
return{...n,name:(0,f.u)(t,n.platform),service:t.join(","),phase:[...s].join(","),wave:Math.min(...e.map(({wave:e})=>e))}}var m=t(60399)
var h=t(97898)
const json=e=>JSON.stringify(e)
const counted=e=>e===undefined?undefined:String(e.length)
const g=45e4
function publishedJson(e){const n=e.map(publishedOutput)
const t=json(n)
if(Buffer.byteLength(t)<=g)return t
return json(n.map(({platforms:e,copies:n,...t})=>({...t,cut:true})))}function publishedOutput(e){const{service:n,image:t,outcome:s,digest:r,release:o,tags:i,platforms:a,copies:c,durationMs:u}=e
const given=e=>e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)
const total=e=>{const n=a.flatMap(n=>n[e]??[])
return n.length===0?undefined:n.reduce((e,n)=>e+n,0)}
return{...{service:n,image:t,outcome:s,digest:r,tags:given(i),size:total("size"),layers:total("layers"),platforms:a},release:o,copies:c?.map(e=>({...e,tags:given(e.tags)})),durationMs:u}}function basesOf({images:e,waves:n}){const t=e.filter(({decision:e})=>e.kind==="build")
const s=new Set(t.map(({service:e})=>e))
const r=new Set(t.flatMap(({from:e})=>Object.values(e)).filter(e=>s.has(e)))
return n.flat().filter(e=>r.has(e))}const legsJson=e=>e.length===0?"":json({include:e})
const tagsOf=(e,n)=>{const{immutable:t=[],floating:s=[]}=e?.tags[n]??{}
return[...t,...s]}
function subjectOutputs(e,n,t){const s=e==="publish"?["publish","run"]:["build"]
const subjects=e=>{const n=t(e)
return n&&(0,h.Z)(n)}
return[{name:"subjects",stages:s,description:`JSON list of ${n}: \`name\` and \`digest\`, for actions/attest.`,value:e=>{const n=subjects(e)
return n&&json(n)}},{name:"subject-checksums",stages:s,description:`Path of the same as a file of checksums, for actions/attest; unset where there is none.`,value:(n,t)=>subjects(n)?.length?(0,l.join)(t,`${e}-subjects.txt`):undefined}]}const v=[["report-json","json","Path of `report.json`: all that the report tells, for programs."],["report-summary","summary","Path of the summary as a Markdown file."],["badge","badge","Path of `badge.json`, for a badge of shields.io (`https://img.shields.io/endpoint?url=...`)."],["history","history","Path of the series of runs, with this one at its end."],["completion","completion","Path of `completion.md`, where it was asked for."]]
const b=[{name:"plan",stages:["plan","run"],description:"Path of `plan.json`, for the input `plan` of later stages.",value:({plan:e},n)=>e&&(0,l.join)(n,"plan.json")},{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Test it before starting a matrix.",value:({plan:e})=>e&&String(e.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",value:({plan:e})=>e&&json(e.matrix)},{name:"bases",stages:["plan"],description:"Names of services to build that others to build are made from, parted by commas; blank if there is none. A job that builds them before the matrix spares each leg from building its base itself.",value:({plan:e})=>e&&basesOf(e).join(",")},{name:"wave-1",stages:["plan"],description:"The matrix in two: here the legs with what others are FROM, which need a job before the others. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).first)},{name:"wave-2",stages:["plan"],description:"And here all other legs. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).second)},{name:"smoke-matrix",stages:["plan"],description:"With `smoke-jobs`: a leg for each platform and kind of runner that has something to smoke. Blank where there is nothing.",value:({plan:e})=>e?.smokeMatrix&&legsJson(e.smokeMatrix.include)},{name:"packed",stages:["plan"],description:"The plan itself in one line, for the input `plan` of stages in other jobs; blank where it would be too long (some 200 images). They take `new` then, and come to the same.",value:({plan:e})=>e&&((0,m.qq)(e)??"")},{name:"services",stages:["plan","run"],description:"Names of the selected services, parted by commas: ready for the input `service`.",value:({plan:e})=>e?.selected.join(",")},{name:"findings",stages:["lint"],description:"Path of `lint.json`.",value:({lint:e},n)=>e&&(0,l.join)(n,"lint.json")},{name:"sarif",stages:["lint"],description:"Path of `lint.sarif`, for github/codeql-action/upload-sarif.",value:({lint:e},n)=>e&&(0,l.join)(n,"lint.sarif")},{name:"errors",stages:["lint"],description:"How many findings are errors.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="error"))},{name:"warnings",stages:["lint"],description:"How many findings are warnings.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="warning"))},{name:"notes",stages:["lint"],description:"How many findings are notes.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="note"))},{name:"build",stages:["build","run"],description:"Path of `build.json`.",value:({build:e},n)=>e&&(0,l.join)(n,"build.json")},{name:"built",stages:["build","run"],description:"How many images were built.",value:({build:e})=>counted(e?.images.filter(({outcome:e})=>e==="built"))},{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will give), `size` in bytes, `layers`, `durationMs`. What each step took is in `build.json`.",value:({build:e,plan:n})=>e&&json(e.images.map(({service:e,platform:t,outcome:s,contentRef:r,digest:o,size:i,layers:a,durationMs:c})=>({...{service:e,platform:t,outcome:s,ref:r,digest:o},tags:tagsOf(n,e),...{size:i,layers:a,durationMs:c}})))},...subjectOutputs("build","each image that was built",({build:e})=>e),{name:"verify",stages:["verify"],description:"Path of `verify.json`.",value:({verify:e},n)=>e&&(0,l.join)(n,"verify.json")},{name:"verified",stages:["verify"],description:"How many images passed every check that stops one.",value:({verify:e})=>counted(e?.images.filter(({digest:e,checks:n})=>e&&(0,d.H)(n).length===0))},{name:"failed",stages:["verify"],description:"How many did not.",value:({verify:e})=>counted(e?.images.filter(({checks:e})=>(0,d.H)(e).length>0))},{name:"smoke",stages:["smoke","run"],description:"Path of `smoke.json`.",value:({smoke:e},n)=>e&&(0,l.join)(n,"smoke.json")},{name:"verify-host",stages:["verify-host"],description:"Path of `verify-host.json`.",value:({verifyHost:e},n)=>e&&(0,l.join)(n,"verify-host.json")},{name:"missing",stages:["verify-host"],description:"How many published images the machine does not have, or has in an old version.",value:({verifyHost:e})=>counted(e?.images.filter(({state:e})=>e==="absent"||e==="old"))},{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the same as JUnit XML, for what shows test results.",value:({smoke:e,verifyHost:n},t)=>e&&(0,l.join)(t,n?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnoses are in the folder `logs` beside it.",value:({smoke:e})=>e?.composeFile},{name:"healthy",stages:["smoke","run","verify-host"],description:"How many services answered as they should.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="healthy"))},{name:"unhealthy",stages:["smoke","run","verify-host"],description:"How many did not, or gave no answer.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="unhealthy"||e==="unknown"))},{name:"publish",stages:["publish","run"],description:"Path of `publish.json`.",value:({publish:e},n)=>e&&(0,l.join)(n,"publish.json")},{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `release` (its `version`, and the `digest` that the version's tags name), `copies`, `durationMs`. Where that is over 450 KB, `platforms` and `copies` are left to `publish.json`, and `cut` is true.",value:({publish:e})=>e&&publishedJson(e.services)},{name:"packed",stages:["publish"],description:"The same in one line, for the input `publish-result` of a report in another job; blank where it would be too long (some 200 services).",value:({publish:e})=>e&&((0,m.qq)(e)??"")},...subjectOutputs("publish","each index that was published",({publish:e})=>e),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: what was published, by digest, ready for `docker compose up` where it is to run.",value:({publish:e})=>e?.composeFile},{name:"report",stages:["report","run"],description:"Path of the report, one HTML file.",value:({report:e})=>e?.files.page},...v.map(([e,n,t])=>({name:e,stages:["report","run"],description:t,value:({report:e})=>e?.files[n]})),{name:"comment",stages:["report","run"],description:"Address of the comment on the pull request, where there is one.",value:({told:e})=>e?.comment},{name:"issue",stages:["report","run"],description:"Address of the issue that was opened, commented on, kept or closed.",value:({told:e})=>e?.issue},{name:"builder",stages:["setup"],description:"Name of the buildx builder that builds will use.",value:()=>undefined},{name:"platforms",stages:["setup"],description:"Platforms that it builds for, emulated ones too, parted by commas.",value:()=>undefined},{name:"emulated",stages:["setup"],description:"Platforms that QEMU was registered for, parted by commas; blank if none, or if all of them ran already.",value:()=>undefined},{name:"images",stages:["setup"],description:"JSON: where the images came from that were needed, under `binfmt` and `buildkit`: `engine` (it was there), `cache`, `registry`, or `pulled` (by the engine itself, and not kept).",value:()=>undefined}]
function outputsOf(e){return b.filter(({stages:n})=>n.includes(e))}var w=t(61567)
var y=t(48791)
var k=t(34514)
var x=t(50478)
var j=t(17467)
var $=t(33237)
var O=t(92882)
var S=t(46814)
var T=t(83142)
var _=t(56008)
async function tellGitHub(e,n,s,r){const o=n.issue||n.comment!=="false"
if(e!=="report"&&e!=="run"||!o||r.signal.aborted)return{told:{},exitCode:a.NS.fine}
const{tell:i}=await t.e(4705).then(t.bind(t,24705))
const{told:c,notes:u,problems:l}=await i(n,s,r);(0,O.fz)(u.map(e=>({level:"notice",title:"not told on GitHub",message:e})));(0,O.fz)(l.map(({code:e,message:n,why:t,fix:s})=>({level:"error",title:e,message:[n,t,s&&`fix: ${s}`].filter(Boolean).join("\n")})))
return{told:c,exitCode:l.length===0?a.NS.fine:a.NS.environment}}function endedWith({plan:e,...n}){const t=e&&{plan:e,...n}
return t&&{kind:"done",run:t}}function brokenBy(e){if(e instanceof _.yo)return{kind:"broken",problems:e.problems}
const n=e instanceof Error?e.message:String(e)
return{kind:"broken",problems:[{code:"internal/fault",message:n}]}}var H=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var M=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function stageAction(e){const n={stack:[],error:void 0,hasError:false}
try{const t=(0,S.K)(e)
const s=H(n,(0,O.Wh)(t.progress==="plain"?"plain":"auto"),false)
const r=H(n,(0,c.Y)(s.line),false)
const l=(0,u.B)({progress:s.progress,log:e=>(0,o.vL)(e).forEach(s.line),signal:r.signal})
let d
try{const n=(0,y.A)(t,l)
d=n
if(e==="run")await(0,O.Df)(()=>(0,T.E8)(n))
const{documents:s,exitCode:r}=await(0,O.Df)(async()=>{const t=await(0,w.S)(e,n,l);(0,O.OG)((0,i.q)(t.documents,(e,n)=>n,Number.POSITIVE_INFINITY))
return t})
giveOutputs(e,s,n.out)
if(n.summary)await summarize(s)
if(e!=="report")(0,O.fz)((0,$.Ih)(s))
process.exitCode=r
const o=endedWith(s)
const a=o&&await tellGitHub(e,n,o,l)
giveOutputs(e,{told:a?.told??{}},n.out)
process.exitCode=r||a?.exitCode}catch(n){process.exitCode=(0,a.LL)(n)
if(!r.signal.aborted)await(0,O.TF)(n)
if(d!==undefined)await tellGitHub(e,d,brokenBy(n),l).catch(O.TF)}if(r.signal.aborted)process.exitCode=a.NS.interrupted}catch(e){n.error=e
n.hasError=true}finally{M(n)}}function giveOutputs(e,n,t){for(const{name:r,value:o}of outputsOf(e)){const e=o(n,t)
if(e!==undefined)s.uH(r,e)}}async function summarize({plan:e,...n}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(n.verifyHost!==undefined)await s.z.addRaw((0,x.L)(n.verifyHost),true).write()
if(e===undefined){if(n.lint!==undefined)await s.z.addRaw((0,k.cB)(n.lint),true).write()
return}const t=(0,r.V)(process.env)
const o=(0,j.xw)({plan:e,...n,...t!==undefined&&{url:t}})
await s.z.addRaw(o,true).write()}}),45364:((e,n,t)=>{t.d(n,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var s=t(51455)
var r=t(48161)
var o=t(76760)
function configFolder(e){return e.DOCKER_CONFIG||o.join(e.HOME||(0,r.homedir)(),".docker")}async function configured(e,n){try{const t=JSON.parse(await(0,s.readFile)(o.join(configFolder(e),"config.json"),"utf8"))
return t?.[n]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await configured(e,"proxies")
const t=typeof n==="object"&&n!==null?Object.values(n):[]
const s=new Set(t.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(i).flatMap(([e,n])=>s.has(e)?[n]:[])}const i={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),73091:((e,n,t)=>{t.d(n,{m:()=>githubHints})
var s=t(51455)
var r=t(56008)
async function githubHints(e){if(e.GITHUB_ACTIONS!=="true"||!e.GITHUB_EVENT_NAME)return undefined
const n=e.GITHUB_EVENT_PATH
const t=n?await(0,s.readFile)(n,"utf8").catch(()=>"{}"):"{}"
try{return readHints(e,toObject(JSON.parse(t)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new r.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is no JSON: ${n}`,why:e.message,fix:"say what happened with `event` and `revision`, outside of GitHub's own runner without GITHUB_ACTIONS"},{cause:e})}}function readHints(e,n){const t=toObject(n.repository)
const s=revisionOf(e,n)
const r=text(t.default_branch)
const o=e.GITHUB_SERVER_URL??"https://github.com"
const i=text(t.html_url)??(e.GITHUB_REPOSITORY&&`${o}/${e.GITHUB_REPOSITORY}`)
const a=text(t.name)
const c=text(t.description)
const u=text(toObject(t.license).spdx_id)
return{event:eventOf(e,n),...s&&{revision:s},...mergeOf(n),...r&&{defaultBranch:r},...i&&{url:i},...a&&{title:a},...c&&{description:c},...u&&{licenses:u}}}function revisionOf(e,n){if(e.GITHUB_EVENT_NAME==="pull_request_target")return undefined
const t=toObject(toObject(n.pull_request).head)
const s=toObject(n.merge_group)
const r=e.GITHUB_EVENT_NAME==="push"?toObject(n.head_commit):{}
return text(t.sha)??text(s.head_sha)??text(r.id)??e.GITHUB_SHA}function mergeOf(e){const n=toObject(e.pull_request)
const[t,s]=[text(n.merge_commit_sha),text(toObject(n.head).sha)]
return t!==undefined&&s!==undefined?{mergeOf:{merge:t,head:s}}:{}}function eventOf(e,n){const t=e.GITHUB_REF??""
const s=t.startsWith("refs/heads/")?t.slice("refs/heads/".length):undefined
switch(e.GITHUB_EVENT_NAME){case"pull_request":case"pull_request_target":{const e=toObject(n.pull_request)
const s=toObject(e.head)
const r=toObject(e.base)
return{kind:"pull_request",number:typeof e.number==="number"?e.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1]??0),head:text(s.ref)??"",base:text(r.ref)??"",fork:text(toObject(s.repo).full_name)!==text(toObject(r.repo).full_name)||s.repo==null}}case"merge_group":return{kind:"merge_group",base:(text(toObject(n.merge_group).base_ref)??"").replace("refs/heads/","")}
case"schedule":return{kind:"schedule",branch:s??text(toObject(n.repository).default_branch)??""}
default:if(t.startsWith("refs/tags/")){const e=text(n.base_ref)?.replace("refs/heads/","")
return{kind:"tag",tag:t.slice("refs/tags/".length),...e!==undefined&&{base:e}}}if(e.GITHUB_EVENT_NAME==="push"&&s!==undefined)return{kind:"push",branch:s}
return{kind:"manual",...s!==undefined&&{branch:s}}}}const toObject=e=>typeof e==="object"&&e!==null?e:{}
const text=e=>typeof e==="string"&&e!==""?e:undefined}),14826:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var s=t(56008)
var r=t(42812)
var o=t(15005)
var i=t(4754)
var a=t(96464)
var c=t(50478)
var u=t(36233)
var l=t(70421)
var d=t(15443)
var f=t(99643)
var p=t(90070)
const m={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const s=e.flatMap(({id:e,state:s,found:o,why:i,fix:a})=>{const[c,u]=m[s]
const l=[i,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${n(c,u)} ${e.padEnd(t)}  ${(0,r.Is)(o)}`,...l.map(e=>`${" ".repeat(t+4)}${(0,r.Is)(e??"")}`)]})
return[...s,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to mend${t>0?`, ${t} to look at`:""}`
return t>0?`ready, ${t} to look at`:"ready"}var h=t(34514)
var g=t(9179)
const v={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:s}=e
const o=Map.groupBy(t,({at:e})=>e?.file??"")
const i={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...s===undefined?[]:[fixedText(s,n),""],...[...o].flatMap(([e,t])=>[n("bold",(0,r.Is)(e)),...t.map(e=>row(e,i,n)),""]),...(0,h.TC)(e).map(e=>n("dim",(0,r.Is)(e))),(0,h.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:s,message:o,code:i,fix:a}=e
const c=placeOf(e).padStart(n.place)
const u=`  ${c}  ${t(v[s],s.padEnd(7))}  ${t("dim",i.padEnd(n.rule))}  `
const l=" ".repeat(n.place+n.rule+15)
return`${u}${(0,r.Is)(o)}${a===undefined?"":`\n${l}fix: ${(0,r.Is)(a)}`}`}function fixedText({findings:e,written:n,files:t},s){if(t.length===0)return"nothing to mend"
const r=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,s))
const o=n?"mended":"would be mended"
return[...r,"",`${(0,g.LS)(e,"finding")} ${o} in ${(0,g.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,r.Is)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:s,externals:o,left:i,check:a}=e
const c=Math.max(...s.map(({name:e})=>e.length))
const u=s.filter(({planned:e})=>!e)
const l=s.length-u.length
const d=s.map(({name:e,context:t,ports:s,health:o,needs:i,planned:a})=>{if(a)return`  ${e.padEnd(c)}  ${n("dim","planned: its Dockerfile is not there yet")}`
const u=[t,s.length>0&&`port ${s.join(", ")}`,o,i.length>0&&`needs ${i.join(", ")}`]
return`  ${e.padEnd(c)}  ${(0,r.Is)(u.filter(Boolean).join("  "))}`})
const f=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:s})=>t==="shown"?[n("bold",`# ${e}`),s??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} was there, and is left as it is`]),"",n("bold",`${u.length} image${u.length===1?"":"s"} to build${l>0?`, ${l} planned`:""}${o.length>0?`; ${o.join(", ")} beside them`:""}`),...d,...i.length>0?["",n("bold","Left out"),...i.map(({file:e,why:n})=>`  ${(0,r.Is)(e)}: ${(0,r.Is)(n)}`)]:[],...a.length>0?["",n("bold","To check"),...a.map(e=>`  ${n("yellow","?")} ${(0,r.Is)(e)}`)]:[],"",`What is guessed says so in ${f}. Next: ${n("bold","lucid doctor")}, ${n("bold","lucid lint")}, ${n("bold","lucid plan")}.`].join("\n")}function conclusion(e,n,t){const{plan:s,lint:r,verify:i,report:a,smoke:u,verifyHost:l,init:d,doctor:f}=e
const p=[d&&initText(d,n),f&&doctorText(f,n),r&&findingTable(r,n),l&&(0,c.g)(l).map(e=>marked(e,n)).join("\n"),u&&tried(u,n),s&&conclusion_table({...e,plan:s},n,t),s?.remarks?.map(e=>remarkText(e,n)).join("\n"),s&&checksText({...e,plan:s},n),i&&(0,o.p)(i),a&&files(a.files)]
return p.filter(e=>e!==undefined).join("\n\n")}function conclusion_table(e,n,t){const s=(0,l.h)(e)
const r=(0,p.ed)(s,t,(0,d.rz)(e)?"plan":"run").split("\n")
const[o="",...c]=r
const f=c.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:m,inputs:h=[]}=e.plan
return[...h.flatMap(e=>[(0,u.l)(e,e=>n("bold",e)),""]),...s.length>0?[n("bold",o),...f,""]:[],(0,a.Pl)(e,s),...(0,d.rz)(e)&&m!==undefined&&s.length>0?[(0,i.a)(m)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,f.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function checksText(e,n){const t=(0,o.T)(e).map(({level:e,text:t})=>{const s=e==="warning"?n("yellow","warning"):n("red","error")
return`${s} ${(0,r.Is)(t)}`})
return t.length===0?undefined:t.join("\n")}function remarkText(e,n){const t=e.severity==="warning"?n("yellow","warning:"):"note:"
return`${t} ${(0,r.vL)((0,s.Vw)(e)).join("\n")}`}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,r.vL)((0,s.Vw)(e)).join("\n")}`).join("\n")}}),11280:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
var s=t(40641)
function listenForInterrupt(e){const n=new AbortController
const t=["SIGINT","SIGTERM"]
const stop=()=>{if(n.signal.aborted)process.exit(s.NS.interrupted)
n.abort()
e("interrupted: cleaning up; once more to leave at once")}
for(const e of t)process.on(e,stop)
return{signal:n.signal,[Symbol.dispose]:()=>{for(const e of t)process.off(e,stop)}}}}),66056:((e,n,t)=>{t.d(n,{B:()=>makeWorld})
var s=t(47624)
var r=t(49588)
function makeWorld(e){return{...e,exec:r.m,docker:(0,s.OX)(r.m),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}}),61567:((e,n,t)=>{t.d(n,{S:()=>runStage})
var s=t(51455)
var r=t(76760)
var o=t(56008)
var i=t(75284)
var a=t(40641)
function problemFromHere(e,n){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,n)}}function locationFromHere(e,n){return{...e,file:fileFromHere(e.file,n)}}function fileFromHere(e,n){const t=(0,r.isAbsolute)(e)||(0,r.normalize)(e)===(0,r.normalize)(n)
return t?e:(0,r.join)((0,r.dirname)(n),e)}function documentsFromHere(e,n){const{plan:t,lint:s,build:r}=e
return{...e,...s&&{lint:{...s,findings:s.findings.map(e=>problemFromHere(e,n))}},...t&&{plan:{...t,images:t.images.map(e=>e.decision.kind!=="blocked"?e:{...e,decision:{...e.decision,problems:e.decision.problems.map(e=>problemFromHere(e,n))}})}},...r&&{build:{...r,images:r.images.map(e=>e.error?.file===undefined?e:{...e,error:{...e.error,file:fileFromHere(e.error.file,n)}})}}}}async function runStage(e,n,t){const s=t.now()
const r=e==="run"?await start(e,n,t):await(0,i.i)(t.progress,e==="bake"?"plan":e,()=>start(e,n,t))
if(e==="bake"||n.print)return{document:r,documents:{},exitCode:a.NS.fine}
const o={...e==="run"?r:await documentsOf(e,n,r),...e!=="report"&&{durationMs:t.now()-s}}
const c=e==="run"?{kind:"lucid.run",version:1,...r}:e==="report"?o.report:r
const u=documentsFromHere(o,n.catalog)
return{document:c,documents:u,exitCode:exitCodeFor(e,n,o)}}async function start(e,n,s){const{stages:r}=await t.e(6629).then(t.bind(t,76629))
try{if(e==="bake")return await r.build({...n,force:true,print:true},s)
return await r[e](n,s)}catch(e){if(!(e instanceof o.yo))throw e
const t=e.problems.map(e=>problemFromHere(e,n.catalog))
throw new o.yo(t,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const s=t
return{verifyHost:s,smoke:s.smoke}}async function planOf(e,{out:n}){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const t=await(0,s.readFile)((0,r.join)(n,"plan.json"),"utf8").catch(()=>undefined)
return t===undefined?{}:{plan:JSON.parse(t)}}function exitCodeFor(e,n,t){if(e==="report")return a.NS.fine
if(e!=="lint")return(0,a.FO)(t)
const s=["error","warning","note"]
const r=t.lint?.findings.some(({severity:e})=>s.indexOf(e)<=s.indexOf(n.failOn))
return r?a.NS.failed:a.NS.fine}}),71370:((e,n,t)=>{t.d(n,{D:()=>toMatrix,u:()=>legName})
var s=t(56008)
var r=t(61650)
const o=256
const i=45e4
const a=1e5
const c=60
function toMatrix(e,{maxJobs:n,selected:t=[]}={}){const s=[...Map.groupBy(e,r.F8).values()]
if(s.length>o)throw tooMany(s.length)
const c=s.reduce((e,n)=>e+Math.ceil(listLength(n)/a),0)
const u=(0,r.qq)(e,Math.min(o,Math.max(n??o,c)))
const l=u.toSorted((e,n)=>waveOf(e)-waveOf(n))
const d=l.map(toLeg)
const f=JSON.stringify({include:d}).length+t.join(",").length
const p=Math.max(0,...d.map(({service:e})=>e.length))
if(f>i)throw tooLong(f,i)
if(p>a)throw tooLong(p,a)
return{include:d,bins:l}}const waveOf=({works:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:n})=>e+n.length+1,0)
function toLeg({works:e}){const{platform:n="",runner:t="",wave:s=0}=e[0]??{}
const r=e.map(({service:e})=>e)
return{name:legName(r,n),service:r.join(","),platform:n,runner:t,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:s}}function legName(e,n){const t=[]
for(const n of e){if(t.length>0&&[...t,n].join(", ").length>c)break
t.push(n)}const s=e.length-t.length
return`${t.join(", ")}${s>0?` and ${s} more`:""} (${n.replace(/^linux\//,"")})`}const tooMany=e=>new s.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, and a matrix has at most ${o} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(e,n)=>new s.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, and ${n} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})}),61650:((e,n,t)=>{t.d(n,{F8:()=>groupOf,cy:()=>chain,qq:()=>pack})
const groupOf=({platform:e,runner:n})=>JSON.stringify([e,n])
function pack(e,n){const t=[...Map.groupBy(e,groupOf).values()]
const s=share(t,n)
return t.flatMap((e,n)=>packGroup(e,s[n]??1))}function share(e,n){const t=e.map(()=>1)
const s=e.map(e=>e.reduce((e,{seconds:n})=>e+n,0))
for(let r=n-e.length;r>0;r-=1){let n
for(const[r,o]of e.entries()){if((t[r]??1)>=o.length)continue
const e=(s[r]??0)/(t[r]??1)
if(n===undefined||e>(s[n]??0)/(t[n]??1))n=r}if(n===undefined)break
t[n]=(t[n]??1)+1}return t}function packGroup(e,n){if(e.length<=n)return e.map(e=>({works:[e],seconds:chain(e)}))
const t=new Set(e)
const s=new Set
const r=Array.from({length:n},()=>({works:[],builds:new Set,seconds:0}))
for(const n of e.toSorted((e,n)=>chain(n)-chain(e))){if(s.has(n))continue
const e=[...n.needs,n]
let o
for(const n of r){const t=n.seconds+e.reduce((e,t)=>e+(n.builds.has(t)?0:t.seconds),0)
if(o===undefined||t<o.end)o={bin:n,end:t}}if(o===undefined)continue
const{bin:i,end:a}=o
i.seconds=a
for(const n of e){i.builds.add(n)
if(!t.has(n)||s.has(n))continue
s.add(n)
i.works.push(n)}}return r.filter(e=>e.works.length>0).map(e=>({works:e.works.toSorted((e,n)=>e.wave-n.wave),seconds:e.seconds}))}const chain=({needs:e,seconds:n})=>e.reduce((e,n)=>e+n.seconds,n)}),55510:((e,n,t)=>{t.d(n,{LT:()=>workOf,mv:()=>runnerOf,p2:()=>imageKey})
const imageKey=(e,n)=>`${e} ${n}`
const s="ubuntu-24.04"
const r={"linux/arm64":"ubuntu-24.04-arm"}
const o=/^linux\/(?:amd64|386)(?:\/|$)/
const i=60
const a=2e6
const c=10
const u=10
function workOf(e,n,t,s,r){const o=new Map(n.map(e=>[e.name,e]))
const i=new Map(t.flatMap((e,n)=>e.map(e=>[e,n])))
const waveOf=({service:e})=>i.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const c=a.flatMap(e=>r.seconds.get(imageKey(e.service,e.platform))??[])
const u=c.length*2>=a.length?median(c):undefined
const l=new Map
for(const e of a.toSorted((e,n)=>waveOf(e)-waveOf(n))){const{service:n,platform:t}=e
const i=[...new Set(Object.values(e.from))].flatMap(e=>l.get(imageKey(e,t))??[])
l.set(imageKey(n,t),{service:n,platform:t,runner:runnerOf(o.get(n),t,s),phase:o.get(n)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(o.get(n),t,s),r,u),needs:[...new Set(i.flatMap(e=>[...e.needs,e]))]})}const has=e=>[...l.keys()].some(n=>e.has(n))
return{work:[...l.values()],by:has(r.seconds)?"times":has(r.sizes)?"sizes":"guess"}}function runnerOf(e,n,t){const o=t==="native"?r[n]:undefined
return e?.runners?.[n]??o??s}function isNative(e,n,t){const s=t==="native"&&r[n]!==undefined
return o.test(n)||s||e?.runners?.[n]!==undefined}function secondsOf({service:e,platform:n},t,s,r){const o=imageKey(e,n)
const l=s.seconds.get(o)
if(l!==undefined)return l
const d=s.sizes.get(o)
if(d===undefined&&r!==undefined)return r
const f=d===undefined?i:Math.max(c,d/a)
return f*(t?1:u)}function median(e){return e.toSorted((e,n)=>e-n)[Math.floor(e.length/2)]}}),50478:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var s=t(42812)
var r=t(51793)
var o=t(99643)
var i=t(9179)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,s.Is)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,o.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,r.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:s}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(s)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(s)}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:s}=e
const r=[t?.slice(0,12),s?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,i.VK)(n)}${r===""?"":` (${r})`}`}})}
