export const id=3825
export const ids=[3825]
export const modules={46814:((e,t,n)=>{n.d(t,{K:()=>readInputs})
var s=n(96251)
var r=n(55300)
var o=n(57741)
const i={"github-token":e=>[e],"registry-password":e=>[e],logins:o.g}
function readInputs(e){return Object.fromEntries((0,r.cz)(e,"action").map(({name:e})=>{const t=`INPUT_${e.toUpperCase()}`
if(process.env[t]===undefined)return[e,undefined]
const n=(0,s.V4)(e)
const r=i[e]
if(n!==""&&r!==undefined){for(const e of r(n))(0,s.Pq)(e)
delete process.env[t]}return[e,n]}))}}),22309:((e,t,n)=>{n.r(t)
n.d(t,{stageAction:()=>stageAction})
var s=n(96251)
var r=n(94974)
var o=n(14826)
var i=n(40641)
var a=n(11280)
var c=n(66056)
var l=n(76760)
var u=n(5966)
var d=n(71370)
var f=n(55510)
function twoWaves({images:e,matrix:t}){const n=e.filter(({decision:e})=>e.kind==="build")
const s=new Map(t.include.flatMap(e=>keysOf(e).map(t=>[t,e])))
const r=new Set
const o=[]
for(const{service:e,platform:t,from:i}of n){const n=s.get((0,f.p2)(e,t))
for(const e of Object.values(i)){const i=s.get((0,f.p2)(e,t))
if(i===undefined||n===undefined||i===n)continue
r.add(i)
o.push([i,n])}}return{first:joined(t.include.filter(e=>r.has(e)),o),second:t.include.filter(e=>!r.has(e))}}const keysOf=({service:e,platform:t})=>e.split(",").map(e=>(0,f.p2)(e,t))
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function joined(e,t){const n=new Map(e.map(e=>[e,e]))
const headOf=e=>{const t=n.get(e)??e
return t===e?e:headOf(t)}
for(const[e,s]of t)if(n.has(s)&&groupOf(e)===groupOf(s))n.set(headOf(s),headOf(e))
return[...Map.groupBy(e,headOf).values()].map(merge)}function merge(e){const[t]=e
if(t===undefined)throw new Error("a group has members")
if(e.length===1)return t
const n=e.flatMap(({service:e})=>e.split(","))
const s=new Set(e.flatMap(({phase:e})=>e.split(",")).filter(e=>e!==""))
return{...t,name:(0,d.u)(n,t.platform),service:n.join(","),phase:[...s].join(","),wave:Math.min(...e.map(({wave:e})=>e))}}var p=n(60399)
var m=n(97898)
const json=e=>JSON.stringify(e)
const counted=e=>e===undefined?undefined:String(e.length)
const h=45e4
function publishedJson(e){const t=e.map(publishedOutput)
const n=json(t)
if(Buffer.byteLength(n)<=h)return n
return json(t.map(({platforms:e,copies:t,...n})=>({...n,cut:true})))}function publishedOutput({service:e,image:t,outcome:n,digest:s,tags:r,platforms:o,copies:i,durationMs:a}){const given=e=>e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)
const total=e=>{const t=o.flatMap(t=>t[e]??[])
return t.length===0?undefined:t.reduce((e,t)=>e+t,0)}
return{...{service:e,image:t,outcome:n,digest:s,tags:given(r),size:total("size"),layers:total("layers"),platforms:o},copies:i?.map(e=>({...e,tags:given(e.tags)})),durationMs:a}}function basesOf({images:e,waves:t}){const n=e.filter(({decision:e})=>e.kind==="build")
const s=new Set(n.map(({service:e})=>e))
const r=new Set(n.flatMap(({from:e})=>Object.values(e)).filter(e=>s.has(e)))
return t.flat().filter(e=>r.has(e))}const legsJson=e=>e.length===0?"":json({include:e})
const tagsOf=(e,t)=>{const{immutable:n=[],floating:s=[]}=e?.tags[t]??{}
return[...n,...s]}
function subjectOutputs(e,t,n){const s=e==="publish"?["publish","run"]:["build"]
const subjects=e=>{const t=n(e)
return t&&(0,m.Z)(t)}
return[{name:"subjects",stages:s,description:`JSON list of ${t}: \`name\` and \`digest\`, for actions/attest.`,value:e=>{const t=subjects(e)
return t&&json(t)}},{name:"subject-checksums",stages:s,description:`Path of the same as a file of checksums, for actions/attest; unset where there is none.`,value:(t,n)=>subjects(t)?.length?(0,l.join)(n,`${e}-subjects.txt`):undefined}]}const g=[["report-json","json","Path of `report.json`: all that the report tells, for programs."],["report-summary","summary","Path of the summary as a Markdown file."],["badge","badge","Path of `badge.json`, for a badge of shields.io (`https://img.shields.io/endpoint?url=...`)."],["history","history","Path of the series of runs, with this one at its end."],["completion","completion","Path of `completion.md`, where it was asked for."]]
const v=[{name:"plan",stages:["plan","run"],description:"Path of `plan.json`, for the input `plan` of later stages.",value:({plan:e},t)=>e&&(0,l.join)(t,"plan.json")},{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Test it before starting a matrix.",value:({plan:e})=>e&&String(e.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",value:({plan:e})=>e&&json(e.matrix)},{name:"bases",stages:["plan"],description:"Names of services to build that others to build are made from, parted by commas; blank if there is none. A job that builds them before the matrix spares each leg from building its base itself.",value:({plan:e})=>e&&basesOf(e).join(",")},{name:"wave-1",stages:["plan"],description:"The matrix in two: here the legs with what others are FROM, which need a job before the others. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).first)},{name:"wave-2",stages:["plan"],description:"And here all other legs. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).second)},{name:"smoke-matrix",stages:["plan"],description:"With `smoke-jobs`: a leg for each platform and kind of runner that has something to smoke. Blank where there is nothing.",value:({plan:e})=>e?.smokeMatrix&&legsJson(e.smokeMatrix.include)},{name:"packed",stages:["plan"],description:"The plan itself in one line, for the input `plan` of stages in other jobs; blank where it would be too long (some 200 images). They take `new` then, and come to the same.",value:({plan:e})=>e&&((0,p.qq)(e)??"")},{name:"services",stages:["plan","run"],description:"Names of the selected services, parted by commas: ready for the input `service`.",value:({plan:e})=>e?.selected.join(",")},{name:"findings",stages:["lint"],description:"Path of `lint.json`.",value:({lint:e},t)=>e&&(0,l.join)(t,"lint.json")},{name:"sarif",stages:["lint"],description:"Path of `lint.sarif`, for github/codeql-action/upload-sarif.",value:({lint:e},t)=>e&&(0,l.join)(t,"lint.sarif")},{name:"errors",stages:["lint"],description:"How many findings are errors.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="error"))},{name:"warnings",stages:["lint"],description:"How many findings are warnings.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="warning"))},{name:"notes",stages:["lint"],description:"How many findings are notes.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="note"))},{name:"build",stages:["build","run"],description:"Path of `build.json`.",value:({build:e},t)=>e&&(0,l.join)(t,"build.json")},{name:"built",stages:["build","run"],description:"How many images were built.",value:({build:e})=>counted(e?.images.filter(({outcome:e})=>e==="built"))},{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will give), `size` in bytes, `layers`, `durationMs`. What each step took is in `build.json`.",value:({build:e,plan:t})=>e&&json(e.images.map(({service:e,platform:n,outcome:s,contentRef:r,digest:o,size:i,layers:a,durationMs:c})=>({...{service:e,platform:n,outcome:s,ref:r,digest:o},tags:tagsOf(t,e),...{size:i,layers:a,durationMs:c}})))},...subjectOutputs("build","each image that was built",({build:e})=>e),{name:"verify",stages:["verify"],description:"Path of `verify.json`.",value:({verify:e},t)=>e&&(0,l.join)(t,"verify.json")},{name:"verified",stages:["verify"],description:"How many images passed every check that stops one.",value:({verify:e})=>counted(e?.images.filter(({digest:e,checks:t})=>e&&(0,u.H)(t).length===0))},{name:"failed",stages:["verify"],description:"How many did not.",value:({verify:e})=>counted(e?.images.filter(({checks:e})=>(0,u.H)(e).length>0))},{name:"smoke",stages:["smoke","run"],description:"Path of `smoke.json`.",value:({smoke:e},t)=>e&&(0,l.join)(t,"smoke.json")},{name:"verify-host",stages:["verify-host"],description:"Path of `verify-host.json`.",value:({verifyHost:e},t)=>e&&(0,l.join)(t,"verify-host.json")},{name:"missing",stages:["verify-host"],description:"How many published images the machine does not have, or has in an old version.",value:({verifyHost:e})=>counted(e?.images.filter(({state:e})=>e==="absent"||e==="old"))},{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the same as JUnit XML, for what shows test results.",value:({smoke:e,verifyHost:t},n)=>e&&(0,l.join)(n,t?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnoses are in the folder `logs` beside it.",value:({smoke:e})=>e?.composeFile},{name:"healthy",stages:["smoke","run","verify-host"],description:"How many services answered as they should.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="healthy"))},{name:"unhealthy",stages:["smoke","run","verify-host"],description:"How many did not, or gave no answer.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="unhealthy"||e==="unknown"))},{name:"publish",stages:["publish","run"],description:"Path of `publish.json`.",value:({publish:e},t)=>e&&(0,l.join)(t,"publish.json")},{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `copies`, `durationMs`. Where that is over 450 KB, `platforms` and `copies` are left to `publish.json`, and `cut` is true.",value:({publish:e})=>e&&publishedJson(e.services)},{name:"packed",stages:["publish"],description:"The same in one line, for the input `publish-result` of a report in another job; blank where it would be too long (some 200 services).",value:({publish:e})=>e&&((0,p.qq)(e)??"")},...subjectOutputs("publish","each index that was published",({publish:e})=>e),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: what was published, by digest, ready for `docker compose up` where it is to run.",value:({publish:e})=>e?.composeFile},{name:"report",stages:["report","run"],description:"Path of the report, one HTML file.",value:({report:e})=>e?.files.page},...g.map(([e,t,n])=>({name:e,stages:["report","run"],description:n,value:({report:e})=>e?.files[t]})),{name:"comment",stages:["report","run"],description:"Address of the comment on the pull request, where there is one.",value:({told:e})=>e?.comment},{name:"issue",stages:["report","run"],description:"Address of the issue that was opened, commented on, kept or closed.",value:({told:e})=>e?.issue},{name:"builder",stages:["setup"],description:"Name of the buildx builder that builds will use.",value:()=>undefined},{name:"platforms",stages:["setup"],description:"Platforms that it builds for, emulated ones too, parted by commas.",value:()=>undefined},{name:"emulated",stages:["setup"],description:"Platforms that QEMU was registered for, parted by commas; blank if none, or if all of them ran already.",value:()=>undefined},{name:"images",stages:["setup"],description:"JSON: where the images came from that were needed, under `binfmt` and `buildkit`: `engine` (it was there), `cache`, `registry`, or `pulled` (by the engine itself, and not kept).",value:()=>undefined}]
function outputsOf(e){return v.filter(({stages:t})=>t.includes(e))}var b=n(61567)
var w=n(48791)
var y=n(34514)
var k=n(50478)
var x=n(17467)
var j=n(33237)
var $=n(92882)
var S=n(46814)
var E=n(83142)
var O=n(56008)
async function tellGitHub(e,t,s,r){const o=t.issue||t.comment!=="false"
if(e!=="report"&&e!=="run"||!o||r.signal.aborted)return{told:{},exitCode:i.NS.fine}
const{tell:a}=await n.e(4705).then(n.bind(n,24705))
const{told:c,notes:l,problems:u}=await a(t,s,r);(0,$.fz)(l.map(e=>({level:"notice",title:"not told on GitHub",message:e})));(0,$.fz)(u.map(({code:e,message:t,why:n,fix:s})=>({level:"error",title:e,message:[t,n,s&&`fix: ${s}`].filter(Boolean).join("\n")})))
return{told:c,exitCode:u.length===0?i.NS.fine:i.NS.environment}}function endedWith({plan:e,...t}){const n=e&&{plan:e,...t}
return n&&{kind:"done",run:n}}function brokenBy(e){if(e instanceof O.yo)return{kind:"broken",problems:e.problems}
const t=e instanceof Error?e.message:String(e)
return{kind:"broken",problems:[{code:"internal/fault",message:t}]}}var M=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var _=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function stageAction(e){const t={stack:[],error:void 0,hasError:false}
try{const n=M(t,(0,a.Y)(e=>console.log(e)),false)
const s=(0,c.B)({progress:(0,$.sc)(()=>performance.now()),log:$.OG,signal:n.signal})
let r
try{const t=(0,w.A)((0,S.K)(e),s)
r=t
if(e==="run")await(0,$.Df)(()=>(0,E.E8)(t))
const{documents:n,exitCode:i}=await(0,$.Df)(async()=>{const n=await(0,b.S)(e,t,s);(0,$.OG)((0,o.q)(n.documents,(e,t)=>t,Number.POSITIVE_INFINITY))
return n})
giveOutputs(e,n,t.out)
if(t.summary)await summarize(n)
if(e!=="report")(0,$.fz)((0,j.Ih)(n))
process.exitCode=i
const a=endedWith(n)
const c=a&&await tellGitHub(e,t,a,s)
giveOutputs(e,{told:c?.told??{}},t.out)
process.exitCode=i||c?.exitCode}catch(t){process.exitCode=(0,i.LL)(t)
if(!n.signal.aborted)await(0,$.TF)(t)
if(r!==undefined)await tellGitHub(e,r,brokenBy(t),s).catch($.TF)}if(n.signal.aborted)process.exitCode=i.NS.interrupted}catch(e){t.error=e
t.hasError=true}finally{_(t)}}function giveOutputs(e,t,n){for(const{name:r,value:o}of outputsOf(e)){const e=o(t,n)
if(e!==undefined)s.uH(r,e)}}async function summarize({plan:e,...t}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(t.verifyHost!==undefined)await s.z.addRaw((0,k.L)(t.verifyHost),true).write()
if(e===undefined){if(t.lint!==undefined)await s.z.addRaw((0,y.cB)(t.lint),true).write()
return}const n=(0,r.V)(process.env)
const o=(0,x.xw)({plan:e,...t,...n!==undefined&&{url:n}})
await s.z.addRaw(o,true).write()}}),47624:((e,t,n)=>{n.d(t,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var s=n(73024)
var r=n(51455)
var o=n(76760)
var i=n(45364)
function dockerWith(e){return(t,n)=>e(["docker",...t],n)}function straightToPlugins(e){const t=dockerWith(e)
return async(n,s)=>{const[r=""]=n
const o=await findPlugin(r,{...process.env,...s?.env})
if(o===undefined)return t(n,s)
return e([o,...n],{...s,env:{...s?.env,...a}})}}const a={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,t){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const n=await firstOf((t.PATH??"").split(o.delimiter),"docker")
if(n===undefined||await isScript(n))return undefined
const s=o.join((0,i.vg)(t),"cli-plugins")
return firstOf([s,...await extraFolders(t),...c],`docker-${e}`)}const c=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,t){for(const n of e){const e=o.join(n,t)
const i=n!==""&&await(0,r.access)(e,s.constants.X_OK).then(...l)
if(i)return e}return undefined}const l=[()=>true,()=>false]
async function isScript(e){const t=await(0,r.open)(e)
try{const{buffer:e}=await t.read(Buffer.alloc(2),0,2,0)
return e.toString("latin1")==="#!"}finally{await t.close()}}async function extraFolders(e){const t=await(0,i.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(t)?t.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,t,n,s){const r=await findPlugin(t,n)
if(r===undefined)return undefined
try{const{stdout:t}=await e([r,"docker-cli-plugin-metadata"],{signal:s})
const{Version:n}=JSON.parse(t)
return typeof n==="string"&&n!==""?n:undefined}catch{return undefined}}}),73091:((e,t,n)=>{n.d(t,{m:()=>githubHints})
var s=n(51455)
var r=n(56008)
async function githubHints(e){if(e.GITHUB_ACTIONS!=="true"||!e.GITHUB_EVENT_NAME)return undefined
const t=e.GITHUB_EVENT_PATH
const n=t?await(0,s.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readHints(e,toObject(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new r.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is no JSON: ${t}`,why:e.message,fix:"say what happened with `event` and `revision`, outside of GitHub's own runner without GITHUB_ACTIONS"},{cause:e})}}function readHints(e,t){const n=toObject(t.repository)
const s=revisionOf(e,t)
const r=text(n.default_branch)
const o=e.GITHUB_SERVER_URL??"https://github.com"
const i=text(n.html_url)??(e.GITHUB_REPOSITORY&&`${o}/${e.GITHUB_REPOSITORY}`)
const a=text(n.name)
const c=text(n.description)
const l=text(toObject(n.license).spdx_id)
return{event:eventOf(e,t),...s&&{revision:s},...mergeOf(t),...r&&{defaultBranch:r},...i&&{url:i},...a&&{title:a},...c&&{description:c},...l&&{licenses:l}}}function revisionOf(e,t){if(e.GITHUB_EVENT_NAME==="pull_request_target")return undefined
const n=toObject(toObject(t.pull_request).head)
const s=toObject(t.merge_group)
const r=e.GITHUB_EVENT_NAME==="push"?toObject(t.head_commit):{}
return text(n.sha)??text(s.head_sha)??text(r.id)??e.GITHUB_SHA}function mergeOf(e){const t=toObject(e.pull_request)
const[n,s]=[text(t.merge_commit_sha),text(toObject(t.head).sha)]
return n!==undefined&&s!==undefined?{mergeOf:{merge:n,head:s}}:{}}function eventOf(e,t){const n=e.GITHUB_REF??""
const s=n.startsWith("refs/heads/")?n.slice("refs/heads/".length):undefined
switch(e.GITHUB_EVENT_NAME){case"pull_request":case"pull_request_target":{const e=toObject(t.pull_request)
const s=toObject(e.head)
const r=toObject(e.base)
return{kind:"pull_request",number:typeof e.number==="number"?e.number:Number(/^refs\/pull\/(\d+)\//.exec(n)?.[1]??0),head:text(s.ref)??"",base:text(r.ref)??"",fork:text(toObject(s.repo).full_name)!==text(toObject(r.repo).full_name)||s.repo==null}}case"merge_group":return{kind:"merge_group",base:(text(toObject(t.merge_group).base_ref)??"").replace("refs/heads/","")}
case"schedule":return{kind:"schedule",branch:s??text(toObject(t.repository).default_branch)??""}
default:if(n.startsWith("refs/tags/")){const e=text(t.base_ref)?.replace("refs/heads/","")
return{kind:"tag",tag:n.slice("refs/tags/".length),...e!==undefined&&{base:e}}}if(e.GITHUB_EVENT_NAME==="push"&&s!==undefined)return{kind:"push",branch:s}
return{kind:"manual",...s!==undefined&&{branch:s}}}}const toObject=e=>typeof e==="object"&&e!==null?e:{}
const text=e=>typeof e==="string"&&e!==""?e:undefined}),14826:((e,t,n)=>{n.d(t,{q:()=>conclusion,f:()=>problemText})
var s=n(56008)
var r=n(42812)
var o=n(15005)
var i=n(4754)
var a=n(96464)
var c=n(50478)
var l=n(36233)
var u=n(70421)
var d=n(15443)
var f=n(99643)
var p=n(90070)
const m={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},t){const n=Math.max(...e.map(({id:e})=>e.length))
const s=e.flatMap(({id:e,state:s,found:o,why:i,fix:a})=>{const[c,l]=m[s]
const u=[i,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${t(c,l)} ${e.padEnd(n)}  ${(0,r.Is)(o)}`,...u.map(e=>`${" ".repeat(n+4)}${(0,r.Is)(e??"")}`)]})
return[...s,"",lastWord(e)].join("\n")}function lastWord(e){const t=e.filter(({state:e})=>e==="failed").length
const n=e.filter(({state:e})=>e==="warning").length
if(t>0)return`${t} to mend${n>0?`, ${n} to look at`:""}`
return n>0?`ready, ${n} to look at`:"ready"}var h=n(34514)
var g=n(9179)
const v={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,t){const{findings:n,fixed:s}=e
const o=Map.groupBy(n,({at:e})=>e?.file??"")
const i={place:Math.max(0,...n.map(e=>placeOf(e).length)),rule:Math.max(0,...n.map(({code:e})=>e.length))}
return[...s===undefined?[]:[fixedText(s,t),""],...[...o].flatMap(([e,n])=>[t("bold",(0,r.Is)(e)),...n.map(e=>row(e,i,t)),""]),...(0,h.TC)(e).map(e=>t("dim",(0,r.Is)(e))),(0,h.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,t,n){const{severity:s,message:o,code:i,fix:a}=e
const c=placeOf(e).padStart(t.place)
const l=`  ${c}  ${n(v[s],s.padEnd(7))}  ${n("dim",i.padEnd(t.rule))}  `
const u=" ".repeat(t.place+t.rule+15)
return`${l}${(0,r.Is)(o)}${a===undefined?"":`\n${u}fix: ${(0,r.Is)(a)}`}`}function fixedText({findings:e,written:t,files:n},s){if(n.length===0)return"nothing to mend"
const r=n.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,s))
const o=t?"mended":"would be mended"
return[...r,"",`${(0,g.LS)(e,"finding")} ${o} in ${(0,g.LS)(n.length,"file")}`].join("\n")}function coloured(e,t){const n=(0,r.Is)(e)
if(/^(?:---|\+\+\+) /.test(e))return t("bold",n)
if(e.startsWith("+"))return t("green",n)
return e.startsWith("-")?t("red",n):n}function initText(e,t){const{files:n,services:s,externals:o,left:i,check:a}=e
const c=Math.max(...s.map(({name:e})=>e.length))
const l=s.filter(({planned:e})=>!e)
const u=s.length-l.length
const d=s.map(({name:e,context:n,ports:s,health:o,needs:i,planned:a})=>{if(a)return`  ${e.padEnd(c)}  ${t("dim","planned: its Dockerfile is not there yet")}`
const l=[n,s.length>0&&`port ${s.join(", ")}`,o,i.length>0&&`needs ${i.join(", ")}`]
return`  ${e.padEnd(c)}  ${(0,r.Is)(l.filter(Boolean).join("  "))}`})
const f=n.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...n.flatMap(({path:e,state:n,text:s})=>n==="shown"?[t("bold",`# ${e}`),s??""]:[n==="written"?`${t("green","\u2713")} ${e} written`:`${t("yellow","-")} ${e} was there, and is left as it is`]),"",t("bold",`${l.length} image${l.length===1?"":"s"} to build${u>0?`, ${u} planned`:""}${o.length>0?`; ${o.join(", ")} beside them`:""}`),...d,...i.length>0?["",t("bold","Left out"),...i.map(({file:e,why:t})=>`  ${(0,r.Is)(e)}: ${(0,r.Is)(t)}`)]:[],...a.length>0?["",t("bold","To check"),...a.map(e=>`  ${t("yellow","?")} ${(0,r.Is)(e)}`)]:[],"",`What is guessed says so in ${f}. Next: ${t("bold","lucid doctor")}, ${t("bold","lucid lint")}, ${t("bold","lucid plan")}.`].join("\n")}function conclusion(e,t,n){const{plan:s,lint:r,verify:i,report:a,smoke:l,verifyHost:u,init:d,doctor:f}=e
const p=[d&&initText(d,t),f&&doctorText(f,t),r&&findingTable(r,t),u&&(0,c.g)(u).map(e=>marked(e,t)).join("\n"),l&&tried(l,t),s&&conclusion_table({...e,plan:s},t,n),s&&checksText({...e,plan:s},t),i&&(0,o.p)(i),a&&files(a.files)]
return p.filter(e=>e!==undefined).join("\n\n")}function conclusion_table(e,t,n){const s=(0,u.h)(e)
const r=(0,p.ed)(s,n,(0,d.rz)(e)?"plan":"run").split("\n")
const[o="",...c]=r
const f=c.map(e=>e.replaceAll("\u2713",t("green","\u2713")).replaceAll("\u2717",t("red","\u2717")))
const{estimate:m,inputs:h=[]}=e.plan
return[...h.flatMap(e=>[(0,l.l)(e,e=>t("bold",e)),""]),...s.length>0?[t("bold",o),...f,""]:[],(0,a.Pl)(e,s),...(0,d.rz)(e)&&m!==undefined&&s.length>0?[(0,i.a)(m)]:[]].join("\n")}const marked=(e,t)=>e.replace("\u2713",t("green","\u2713")).replace("\u2717",t("red","\u2717"))
function tried(e,t){const n=(0,f.zv)(e).map(e=>marked(e,t))
return n.length===0?undefined:n.join("\n")}function checksText(e,t){const n=(0,o.T)(e).map(({level:e,text:n})=>{const s=e==="warning"?t("yellow","warning"):t("red","error")
return`${s} ${(0,r.Is)(n)}`})
return n.length===0?undefined:n.join("\n")}function files(e){return Object.entries(e).map(([e,t])=>`${e}: ${t}`).join("\n")}function problemText(e,t){return e.map(e=>`${t("red","error:")} ${(0,r.vL)((0,s.Vw)(e)).join("\n")}`).join("\n")}}),11280:((e,t,n)=>{n.d(t,{Y:()=>listenForInterrupt})
var s=n(40641)
function listenForInterrupt(e){const t=new AbortController
const n=["SIGINT","SIGTERM"]
const stop=()=>{if(t.signal.aborted)process.exit(s.NS.interrupted)
t.abort()
e("interrupted: cleaning up; once more to leave at once")}
for(const e of n)process.on(e,stop)
return{signal:t.signal,[Symbol.dispose]:()=>{for(const e of n)process.off(e,stop)}}}}),66056:((e,t,n)=>{n.d(t,{B:()=>makeWorld})
var s=n(47624)
var r=n(49588)
function makeWorld(e){return{...e,exec:r.m,docker:(0,s.OX)(r.m),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}}),61567:((e,t,n)=>{n.d(t,{S:()=>runStage})
var s=n(51455)
var r=n(76760)
var o=n(56008)
var i=n(40641)
function problemFromHere(e,t){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,t)}}function locationFromHere(e,t){return{...e,file:fileFromHere(e.file,t)}}function fileFromHere(e,t){const n=(0,r.isAbsolute)(e)||(0,r.normalize)(e)===(0,r.normalize)(t)
return n?e:(0,r.join)((0,r.dirname)(t),e)}function documentsFromHere(e,t){const{plan:n,lint:s,build:r}=e
return{...e,...s&&{lint:{...s,findings:s.findings.map(e=>problemFromHere(e,t))}},...n&&{plan:{...n,images:n.images.map(e=>e.decision.kind!=="blocked"?e:{...e,decision:{...e.decision,problems:e.decision.problems.map(e=>problemFromHere(e,t))}})}},...r&&{build:{...r,images:r.images.map(e=>e.error?.file===undefined?e:{...e,error:{...e.error,file:fileFromHere(e.error.file,t)}})}}}}async function runStage(e,t,n){const s=n.now()
const r=await start(e,t,n)
if(e==="bake"||t.print)return{document:r,documents:{},exitCode:i.NS.fine}
const o={...e==="run"?r:await documentsOf(e,t,r),...e!=="report"&&{durationMs:n.now()-s}}
const a=e==="run"?{kind:"lucid.run",version:1,...r}:e==="report"?o.report:r
const c=documentsFromHere(o,t.catalog)
return{document:a,documents:c,exitCode:exitCodeFor(e,t,o)}}async function start(e,t,s){const{stages:r}=await Promise.all([n.e(2088),n.e(9010)]).then(n.bind(n,76629))
try{if(e==="bake")return await r.build({...t,force:true,print:true},s)
return await r[e](t,s)}catch(e){if(!(e instanceof o.yo))throw e
const n=e.problems.map(e=>problemFromHere(e,t.catalog))
throw new o.yo(n,{cause:e})}}async function documentsOf(e,t,n){if(e==="report")return n
if(e!=="verify-host")return{...await planOf(e,t),[e]:n}
const s=n
return{verifyHost:s,smoke:s.smoke}}async function planOf(e,{out:t}){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const n=await(0,s.readFile)((0,r.join)(t,"plan.json"),"utf8").catch(()=>undefined)
return n===undefined?{}:{plan:JSON.parse(n)}}function exitCodeFor(e,t,n){if(e==="report")return i.NS.fine
if(e!=="lint")return(0,i.FO)(n)
const s=["error","warning","note"]
const r=n.lint?.findings.some(({severity:e})=>s.indexOf(e)<=s.indexOf(t.failOn))
return r?i.NS.failed:i.NS.fine}}),71370:((e,t,n)=>{n.d(t,{D:()=>toMatrix,u:()=>legName})
var s=n(56008)
var r=n(61650)
const o=256
const i=45e4
const a=1e5
const c=60
function toMatrix(e,{maxJobs:t,selected:n=[]}={}){const s=[...Map.groupBy(e,r.F8).values()]
if(s.length>o)throw tooMany(s.length)
const c=s.reduce((e,t)=>e+Math.ceil(listLength(t)/a),0)
const l=(0,r.qq)(e,Math.min(o,Math.max(t??o,c)))
const u=l.toSorted((e,t)=>waveOf(e)-waveOf(t))
const d=u.map(toLeg)
const f=JSON.stringify({include:d}).length+n.join(",").length
const p=Math.max(0,...d.map(({service:e})=>e.length))
if(f>i)throw tooLong(f,i)
if(p>a)throw tooLong(p,a)
return{include:d,bins:u}}const waveOf=({works:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:t})=>e+t.length+1,0)
function toLeg({works:e}){const{platform:t="",runner:n="",wave:s=0}=e[0]??{}
const r=e.map(({service:e})=>e)
return{name:legName(r,t),service:r.join(","),platform:t,runner:n,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:s}}function legName(e,t){const n=[]
for(const t of e){if(n.length>0&&[...n,t].join(", ").length>c)break
n.push(t)}const s=e.length-n.length
return`${n.join(", ")}${s>0?` and ${s} more`:""} (${t.replace(/^linux\//,"")})`}const tooMany=e=>new s.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, and a matrix has at most ${o} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(e,t)=>new s.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, and ${t} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})}),61650:((e,t,n)=>{n.d(t,{F8:()=>groupOf,cy:()=>chain,qq:()=>pack})
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function pack(e,t){const n=[...Map.groupBy(e,groupOf).values()]
const s=share(n,t)
return n.flatMap((e,t)=>packGroup(e,s[t]??1))}function share(e,t){const n=e.map(()=>1)
const s=e.map(e=>e.reduce((e,{seconds:t})=>e+t,0))
for(let r=t-e.length;r>0;r-=1){let t
for(const[r,o]of e.entries()){if((n[r]??1)>=o.length)continue
const e=(s[r]??0)/(n[r]??1)
if(t===undefined||e>(s[t]??0)/(n[t]??1))t=r}if(t===undefined)break
n[t]=(n[t]??1)+1}return n}function packGroup(e,t){if(e.length<=t)return e.map(e=>({works:[e],seconds:chain(e)}))
const n=new Set(e)
const s=new Set
const r=Array.from({length:t},()=>({works:[],builds:new Set,seconds:0}))
for(const t of e.toSorted((e,t)=>chain(t)-chain(e))){if(s.has(t))continue
const e=[...t.needs,t]
let o
for(const t of r){const n=t.seconds+e.reduce((e,n)=>e+(t.builds.has(n)?0:n.seconds),0)
if(o===undefined||n<o.end)o={bin:t,end:n}}if(o===undefined)continue
const{bin:i,end:a}=o
i.seconds=a
for(const t of e){i.builds.add(t)
if(!n.has(t)||s.has(t))continue
s.add(t)
i.works.push(t)}}return r.filter(e=>e.works.length>0).map(e=>({works:e.works.toSorted((e,t)=>e.wave-t.wave),seconds:e.seconds}))}const chain=({needs:e,seconds:t})=>e.reduce((e,t)=>e+t.seconds,t)}),55510:((e,t,n)=>{n.d(t,{LT:()=>workOf,mv:()=>runnerOf,p2:()=>imageKey})
const imageKey=(e,t)=>`${e} ${t}`
const s="ubuntu-24.04"
const r={"linux/arm64":"ubuntu-24.04-arm"}
const o=/^linux\/(?:amd64|386)(?:\/|$)/
const i=60
const a=2e6
const c=10
const l=10
function workOf(e,t,n,s,r){const o=new Map(t.map(e=>[e.name,e]))
const i=new Map(n.flatMap((e,t)=>e.map(e=>[e,t])))
const waveOf=({service:e})=>i.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const c=a.flatMap(e=>r.seconds.get(imageKey(e.service,e.platform))??[])
const l=c.length*2>=a.length?median(c):undefined
const u=new Map
for(const e of a.toSorted((e,t)=>waveOf(e)-waveOf(t))){const{service:t,platform:n}=e
const i=[...new Set(Object.values(e.from))].flatMap(e=>u.get(imageKey(e,n))??[])
u.set(imageKey(t,n),{service:t,platform:n,runner:runnerOf(o.get(t),n,s),phase:o.get(t)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(o.get(t),n,s),r,l),needs:[...new Set(i.flatMap(e=>[...e.needs,e]))]})}const has=e=>[...u.keys()].some(t=>e.has(t))
return{work:[...u.values()],by:has(r.seconds)?"times":has(r.sizes)?"sizes":"guess"}}function runnerOf(e,t,n){const o=n==="native"?r[t]:undefined
return e?.runners?.[t]??o??s}function isNative(e,t,n){const s=n==="native"&&r[t]!==undefined
return o.test(t)||s||e?.runners?.[t]!==undefined}function secondsOf({service:e,platform:t},n,s,r){const o=imageKey(e,t)
const u=s.seconds.get(o)
if(u!==undefined)return u
const d=s.sizes.get(o)
if(d===undefined&&r!==undefined)return r
const f=d===undefined?i:Math.max(c,d/a)
return f*(n?1:l)}function median(e){return e.toSorted((e,t)=>e-t)[Math.floor(e.length/2)]}}),50478:((e,t,n)=>{n.d(t,{L:()=>hostSummary,g:()=>hostLines})
var s=n(42812)
var r=n(51793)
var o=n(99643)
var i=n(9179)
function hostLines({host:e,images:t}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...t.map(e=>(0,s.Is)(line(e)))]}function hostSummary(e){const t=[...hostLines(e),"",...(0,o.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,r.p7)(e.host.name)}\n\n${t.join("\n")}\n`}function line({state:e,ref:t,here:n,published:s}){switch(e){case"present":return`\u2713 Present: ${t} ${about(n)}`
case"old":return`\u2717 Old: ${t} is ${about(n)}; published is ${about(s)}`
case"absent":return`\u2717 Absent: ${t}; published is ${about(s)}`
case"unpublished":return`- Not published: ${t}${n===undefined?"":`; here is ${about(n)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:t,revision:n,created:s}=e
const r=[n?.slice(0,12),s?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,i.VK)(t)}${r===""?"":` (${r})`}`}}),93223:((e,t,n)=>{n.d(t,{A:()=>m})
const s=(()=>{const e=/[\uD800-\uDBFF][\uDC00-\uDFFF]/g
return t=>{let n=0
e.lastIndex=0
while(e.test(t)){n+=1}return t.length-n}})()
const isFullWidth=e=>e===12288||e>=65281&&e<=65376||e>=65504&&e<=65510
const isWideNotCJKTNotEmoji=e=>e===8987||e===9001||e>=12272&&e<=12287||e>=12289&&e<=12350||e>=12441&&e<=12543||e>=12549&&e<=12591||e>=12593&&e<=12686||e>=12688&&e<=12771||e>=12783&&e<=12830||e>=12832&&e<=12871||e>=12880&&e<=19903||e>=65040&&e<=65049||e>=65072&&e<=65106||e>=65108&&e<=65126||e>=65128&&e<=65131||e>=127488&&e<=127490||e>=127504&&e<=127547||e>=127552&&e<=127560||e>=131072&&e<=196605||e>=196608&&e<=262141
const r=/[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y
const o=/[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y
const i=/(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/uy
const a=/\t{1,1000}/y
const c=/[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/uy
const l=/(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y
const u=/\p{M}+/gu
const d={limit:Infinity,ellipsis:""}
const getStringTruncatedWidth=(e,t={},n={})=>{const f=t.limit??Infinity
const p=t.ellipsis??""
const m=t?.ellipsisWidth??(p?getStringTruncatedWidth(p,d,n).width:0)
const h=0
const g=n.controlWidth??0
const v=n.tabWidth??8
const b=n.emojiWidth??2
const w=2
const y=n.regularWidth??1
const k=n.wideWidth??w
const x=[[l,y],[r,h],[o,g],[a,v],[c,b],[i,k]]
let j=0
let $=0
let S=e.length
let E=0
let O=false
let M=S
let _=Math.max(0,f-m)
let T=0
let H=0
let F=0
let I=0
e:while(true){if(H>T||$>=S&&$>j){const t=e.slice(T,H)||e.slice(j,$)
E=0
for(const e of t.replaceAll(u,"")){const t=e.codePointAt(0)||0
if(isFullWidth(t)){I=w}else if(isWideNotCJKTNotEmoji(t)){I=k}else{I=y}if(F+I>_){M=Math.min(M,Math.max(T,j)+E)}if(F+I>f){O=true
break e}E+=e.length
F+=I}T=H=0}if($>=S){break e}for(let t=0,n=x.length;t<n;t++){const[n,r]=x[t]
n.lastIndex=$
if(n.test(e)){E=n===i?s(e.slice($,n.lastIndex)):n===c?1:n.lastIndex-$
I=E*r
if(F+I>_){M=Math.min(M,$+Math.floor((_-F)/r))}if(F+I>f){O=true
break e}F+=I
T=j
H=$
$=j=n.lastIndex
continue e}}$+=1}return{width:O?_:F,index:O?M:S,truncated:O,ellipsed:O&&f>=m}}
const f=getStringTruncatedWidth
const p={limit:Infinity,ellipsis:"",ellipsisWidth:0}
const fastStringWidth=(e,t={})=>f(e,p,t).width
const m=fastStringWidth})}
