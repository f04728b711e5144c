export const id=3263
export const ids=[3263]
export const modules={34055:((e,n,t)=>{t.d(n,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var i=t(73024)
var o=t(51455)
var r=t(76760)
var s=t(16496)
var a=t(96273)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var c=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var i,o
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
i=n[Symbol.asyncDispose]}if(i===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
i=n[Symbol.dispose]
if(t)o=i}if(typeof i!=="function")throw new TypeError("Object not disposable.")
if(o)i=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:i,async:t})}else if(t){e.stack.push({async:true})}return n}
var u=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,i=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&i===1)return i=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return i|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else i|=1}catch(e){fail(e)}}if(i===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var i=new Error(t)
return i.name="SuppressedError",i.error=e,i.suppressed=n,i})
function dockerWithDirectPlugins(e){const n=dockerWith(e)
return async(t,i)=>{const[o=""]=t
const r=await findPlugin(o,{...process.env,...i?.env})
if(r===undefined)return n(t,i)
return e([r,...t],{...i,env:{...i?.env,...d}})}}const d={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(r.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const i=r.join((0,a.vg)(n),"cli-plugins")
return firstOf([i,...await extraFolders(n),...l],`docker-${e}`)}const l=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=r.join(t,n)
const s=await(0,o.access)(e,i.constants.X_OK).then(()=>true,()=>false)
if(t!==""&&s)return e}return undefined}async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=c(n,await(0,o.open)(e),true)
const{buffer:i}=await t.read(Buffer.alloc(2),0,2,0)
return i.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=u(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,a.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,i){const o=await findPlugin(n,t)
if(o===undefined)return undefined
try{const{stdout:n}=await e([o,"docker-cli-plugin-metadata"],{signal:i})
return(0,s.E3)((0,s.Ag)((0,s.qF)(n))?.Version)}catch{return undefined}}}),44853:((e,n,t)=>{t.d(n,{C:()=>tailOf,m:()=>exec})
var i=t(31421)
var o=t(48161)
var r=t(80481)
const exec=(e,n={})=>new Promise((t,s)=>{const[a,...c]=e
const{signal:u,graceMs:d=1e4,onLine:l}=n
if(u?.aborted){t({exitCode:130,stdout:"",stderr:""})
return}const f=(0,i.spawn)(a,c,{cwd:n.cwd,env:{...process.env,...n.env},stdio:[n.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const t=f[e]
if(!t)continue
if(!n.discard)t.on("data",t=>append(p[e],t,n.tailBytes))
if(l)(0,r.createInterface)({input:t,crlfDelay:Number.POSITIVE_INFINITY}).on("line",n=>l(n,e))
else if(n.discard)t.resume()}f.stdin?.on("error",()=>{})
f.stdin?.end(n.input)
let h
const stop=()=>{f.kill("SIGINT")
h=setTimeout(()=>{f.kill("SIGKILL")
f.stdout?.destroy()
f.stderr?.destroy()},d)}
u?.addEventListener("abort",stop,{once:true})
const cleanUp=()=>{clearTimeout(h)
u?.removeEventListener("abort",stop)}
f.on("error",e=>{cleanUp()
s(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
f.on("close",(e,n)=>{cleanUp()
t({exitCode:e??128+o.constants.signals[n??"SIGKILL"],stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function tailOf(e){let n=""
e.on("data",e=>{n=(n+e.toString()).slice(-2e3)})
return()=>n}function append(e,n,t){e.push(n)
if(t===undefined)return
let i=e.reduce((e,{length:n})=>e+n,-t)
while(e[0]!==undefined&&i>=e[0].length)i-=e.shift()?.length??0}}),45714:((e,n,t)=>{t.d(n,{k:()=>o,w:()=>isDocument})
var i=t(16496)
const o=["success","failure","cancelled","skipped"]
function isDocument(e,n,t){const{kind:o,version:r}=(0,i.Ag)(n)??{}
const s={kind:e.shape.kind.value,version:e.shape.version.value}
if(o!==s.kind)t(`is not a ${s.kind} document`)
else if(r!==s.version)t(`is version ${r} of ${o}, and this program reads version ${s.version}`)
else return(0,i.lA)(e,n,e=>t(`is not a valid ${o} document: ${e}`))
return false}}),88061:((e,n,t)=>{t.d(n,{SA:()=>r,a3:()=>d,uI:()=>f,wF:()=>l})
var i=t(12311)
const o=i.Ikc({kind:i.k5n(["http","tcp","grpc","command","healthcheck","negative","discovery","stable","exit"]),target:i.YjP(),port:i.aig().exactOptional(),ok:i.zMY(),status:i.aig().exactOptional(),latencyMs:i.aig().exactOptional(),attempts:i.aig(),error:i.YjP().exactOptional()})
const r=i.k5n(["healthy","unhealthy","skipped","not tried","unknown"])
const s=i.k5n(["pull","start","ready","stable","stop"])
const a=i.Ikc({exitCode:i.aig(),output:i.YjP()})
const c=i.Ikc({container:i.aig(),published:i.aig().exactOptional(),listens:i.YjP().exactOptional()})
const u=i.Ikc({phase:s,guess:i.YjP(),lastProbe:i.YjP().exactOptional(),exitCode:i.aig().exactOptional(),exitMeaning:i.YjP().exactOptional(),healthLog:i.YOg(a).exactOptional(),ports:i.YOg(c).exactOptional(),inspect:i.g1P(i.YjP(),i.KCZ([i.YjP(),i.aig(),i.zMY()])).exactOptional(),log:i.YOg(i.YjP()),file:i.YjP().exactOptional()})
const d=i.Ikc({service:i.YjP(),platform:i.YjP(),ref:i.YjP(),digest:i.YjP(),verdict:r,trial:i.YjP().exactOptional(),reason:i.YjP().exactOptional(),warnings:i.YOg(i.YjP()).exactOptional(),passedBefore:i.YjP().exactOptional(),needs:i.YOg(i.YjP()).exactOptional(),architecture:i.YjP().exactOptional(),emulated:i.euz(true).exactOptional(),startedAt:i.YjP().exactOptional(),runner:i.YjP().exactOptional(),durationMs:i.aig().exactOptional(),readyMs:i.aig().exactOptional(),stopMs:i.aig().exactOptional(),killed:i.euz(true).exactOptional(),probes:i.YOg(o),failure:u.exactOptional(),logFile:i.YjP().exactOptional()})
const l=i.Ikc({kind:i.euz("lucid.smoke"),version:i.euz(1),revision:i.YjP(),network:i.Ikc({name:i.YjP(),subnet:i.YjP().exactOptional(),note:i.YjP().exactOptional()}),services:i.YOg(d),composeFile:i.YjP().exactOptional(),leftovers:i.YOg(i.YjP()).exactOptional(),durationMs:i.aig()})
const f={...{skipped:0,healthy:1,"not tried":2,unknown:3,unhealthy:4}}}),31031:((e,n,t)=>{t.d(n,{Gx:()=>a,uJ:()=>withVerification})
var i=t(12311)
var o=t(39893)
var r=t(15044)
const s=i.Ikc({service:i.YjP(),platform:i.YjP(),contentRef:i.YjP(),digest:i.YjP().exactOptional(),checks:i.YOg(r._U),unchecked:i.YOg(r.uG),packages:i.YOg(i.YjP()).exactOptional()})
const a=i.Ikc({kind:i.euz("lucid.verify"),version:i.euz(1),revision:i.YjP(),images:i.YOg(s),layers:i.Ikc({read:i.aig(),bytes:i.aig()}),durationMs:i.aig()})
function withVerification(e,{images:n}){const t=new Map(n.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const n=e.digest===undefined?undefined:t.get(`${e.service} ${e.platform} ${e.digest}`)
if(n===undefined)return e
const{checks:i,unchecked:r,packages:s}=n
return{...e,checks:i,unchecked:r,...(0,o.s)({packages:s})}})}}}),74656:((e,n,t)=>{t.d(n,{JF:()=>parseJobResults,We:()=>isPublishMissing,ZL:()=>failedJobsText,mZ:()=>hasCancelled})
var i=t(45714)
var o=t(85465)
function parseJobResults(e){const n=[]
const t=e.flatMap(e=>{const t=e.lastIndexOf("=")
const o=i.k.find(n=>n===e.slice(t+1).trim())
if(o!==undefined)return[t<1?{result:o}:{job:e.slice(0,t).trim(),result:o}]
n.push(e)
return[]})
if(n.length===0)return t
throw new o.yo(n.map(e=>({code:"options/value",message:`job-results: ${JSON.stringify(e.slice(0,100))} is not the result of a job`,fix:"write join(needs.*.result, ','), or publish= and needs.publish.result for each job: docs/comments.md"})))}const hasCancelled=(e=[])=>e.some(({result:e})=>e==="cancelled")
function failedJobsText({jobs:e=[]}){const n=e.filter(({result:e})=>e==="failure")
if(n.length===0)return undefined
const t=n.flatMap(({job:e})=>e??[])
const i=t.length===n.length?`${t.length===1?"job":"jobs"} ${t.join(", ")}`:"a job"
return`${i} failed without a result: ${n.length===1?"its log says":"the logs say"} more`}function isPublishMissing({jobs:e=[],publish:n}){if(n!==undefined)return false
const t=e.filter(({job:e})=>e==="publish")
if(t.length>0)return t.some(({result:e})=>e!=="success")
const isBad=({job:e,result:n})=>e===undefined&&(n==="failure"||n==="cancelled")
return e.some(isBad)}}),63691:((e,n,t)=>{t.d(n,{$L:()=>isDone,HN:()=>colorOf,ZH:()=>runVerdict,fy:()=>verdictOfProblems})
var i=t(77598)
var o=t(85465)
var r=t(74656)
var s=t(81067)
const a={published:"green",unchanged:"green",superseded:"green","not part of this release":"green",built:"green",planned:"green",held:"yellow",failed:"red",blocked:"red",skipped:"red",cancelled:"red",unknown:"red"}
const colorOf=({outcome:e})=>a[e]
const isDone=e=>colorOf(e)==="green"&&e.outcome!=="planned"
function runVerdict(e,n=(0,s.h)(e)){if((0,r.mZ)(e.jobs))return{kind:"cancelled",color:"red"}
const t=n.filter(({outcome:e})=>e==="failed"||e==="blocked"||e==="unknown")
const i=n.filter(({outcome:e})=>e==="skipped")
const o=t.length>0?t:i
const a=(0,r.ZL)(e)
if(o.length>0){const e=idOf(o.map(({service:e,problem:n,why:t})=>`${e}\n${n??t}`))
const n=a===undefined&&t.every(({outcome:e,away:n})=>e==="unknown"||n)&&(i.length===0||t.some(({away:e})=>e))
return{kind:"failed",color:"red",id:e,...n&&{unanswered:true}}}if(a!==undefined)return{kind:"failed",color:"red",id:idOf([a])}
if(n.some(({outcome:e})=>e==="cancelled"))return{kind:"cancelled",color:"red"}
if(n.some(({outcome:e})=>e==="planned"))return{kind:"planned",color:"green"}
if(n.some(({outcome:e})=>e==="held"))return{kind:"held",color:"yellow"}
return{kind:"well",color:"green"}}function verdictOfProblems(e){return{kind:"failed",color:"red",id:idOf(e.map(o.Vw))}}function idOf(e){return(0,i.createHash)("sha256").update(e.map(lasting).sort().join("\n")).digest("hex").slice(0,16)}function lasting(e){return e.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g,"#").replace(/\d+([.,]\d+)*/g,"#").trim()}}),9851:((e,n,t)=>{t.d(n,{Q:()=>checkedImages,r:()=>isPlanAlone})
var i=t(31031)
function isPlanAlone({build:e,verify:n,smoke:t,publish:i}){return e===undefined&&n===undefined&&t===undefined&&i===undefined}function checkedImages({build:e,verify:n}){if(e===undefined||n===undefined)return e?.images??n?.images??[]
return(0,i.uJ)(e,n).images}}),81067:((e,n,t)=>{t.d(n,{h:()=>toRows})
var i=t(15044)
var o=t(88061)
var r=t(39893)
var s=t(74656)
function decisionOf(e){const n=new Set(e.map(({decision:e})=>e.kind))
return n.has("blocked")?"blocked":n.has("build")?"build":"unchanged"}function outcomeOf(e,n){const{service:t,planned:o,built:r,checked:a,smoked:c,published:u}=n
const{policy:d}=t
const l=new Set(r.map(({outcome:e})=>e))
if(decisionOf(o)==="blocked")return"blocked"
for(const e of["failed","cancelled","skipped"])if(l.has(e))return e
if(d.verify==="required"&&a.some(({checks:e})=>(0,i.HH)(e).length>0))return"failed"
const f=d.smoke==="advisory"||u?.exception!==undefined
const p=new Set(f?[]:c.map(({verdict:e})=>e))
if(p.has("unhealthy")||u?.outcome==="failed")return"failed"
const h=e.build!==undefined&&o.some(e=>isUnbuilt(e,r))
if(h&&(u===undefined||u.outcome==="skipped"))return"unknown"
if(p.has("unknown"))return"unknown"
if(u!==undefined)return hasHeldTags(u)?"held":u.outcome
if(p.has("not tried"))return"skipped"
if((0,s.We)(e))return e.jobs?.some(({result:e})=>e==="cancelled")?"cancelled":"unknown"
if(r.length===0&&decisionOf(o)==="unchanged")return"unchanged"
if(e.build===undefined)return"planned"
return l.has("built")?"built":"unchanged"}function isUnbuilt({platform:e,decision:n},t){return n.kind==="build"&&!t.some(n=>n.platform===e)}function hasHeldTags({outcome:e,tags:n,copies:t=[]}){if(e!=="published"&&e!=="unchanged")return false
return[...n,...t.flatMap(e=>e.tags)].some(({state:e})=>e==="held")}const a=new Set(["published","unchanged","superseded","not part of this release"])
function firstProblem(e,n){const{planned:t,built:i,smoked:o}=e
const r=o.some(({verdict:e})=>e==="unknown")
if(n==="unknown"&&!r)return t.some(e=>isUnbuilt(e,i))?lostText("builds"):lostText("publishes")
return documentedProblem(e)??(n==="cancelled"?"cancelled":undefined)}const lostText=e=>`the job that ${e} it ended without a result: its log says more`
function documentedProblem({planned:e,built:n,checked:t,smoked:o,published:r}){for(const{decision:n}of e)if(n.kind==="blocked")return n.problems[0]?.message
const s=n.find(({error:e})=>e!==undefined)
if(s?.error)return s.error.message
const[c]=t.flatMap(({checks:e})=>(0,i.HH)(e))
if(c)return(0,i.ZA)(c)
const u=o.find(({verdict:e})=>e!=="healthy"&&e!=="skipped")
if(u&&r?.exception===undefined)return u.failure?.guess??u.reason
if(r!==undefined&&!a.has(r.outcome))return r.reason
const d=r?.outcome==="superseded"?undefined:r?.tags.find(({state:e})=>e==="held")
return d&&`${d.tag} held: ${d.why??r?.reason??""}`}var c=t(9851)
function toRows(e){const n=new Set(e.plan.selected)
const t=e.plan.waves.flat().filter(e=>n.has(e))
const i=new Map(e.plan.services.map(e=>[e.name,e]))
const o={planned:byService(e.plan.images),built:byService(e.build?.images),checked:byService((0,c.Q)(e)),smoked:byService(e.smoke?.services),published:byService(e.publish?.services)}
return t.flatMap(n=>{const t=i.get(n)
return t===undefined?[]:[toRow(e,t,o)]})}const byService=e=>Map.groupBy(e??[],({service:e})=>e)
function toRow(e,n,t){const own=e=>e.get(n.name)??[]
const i=own(t.planned)
const o=own(t.built)
const s=own(t.checked)
const a=own(t.smoked)
const[c]=own(t.published)
const u=i.flatMap(e=>{const n=o.find(({platform:n})=>n===e.platform)?.size
return n??(e.decision.kind==="unchanged"?e.decision.size:[])})
const d=o.flatMap(e=>e.layers??[])
const l=o.filter(({outcome:e})=>e==="built").map(({durationMs:e})=>e??0)
const[f]=a.flatMap(({probes:e})=>e.slice(0,1))
const p=c?.digest??o[0]?.digest??digestOf(i[0])
const h={service:n,planned:i,built:o,checked:s,smoked:a,published:c}
const m=outcomeOf(e,h)
const g=firstProblem(h,m)
const{verdict:b,reason:k,warnings:v=[],passedBefore:w,readyMs:y,architecture:x}=worst(a)??{}
const O=[...v.map(e=>`\u26a0\ufe0f ${e}`),k].filter(Boolean).join("; ")
const j=whyKept(o)
const P=u.length===i.length?changeOf(i,sum(u)):undefined
return{...{service:n.name,title:n.title},...(0,r.s)({phase:n.phase}),decision:decisionOf(i),why:[...warningsOf(c),whyNot(c)??j??whyOf(i)].filter(Boolean).join("; "),...j!==undefined&&{kept:true},outcome:m,platforms:i.map(({platform:e})=>e),...(0,r.s)({digest:p}),...u.length>0&&{size:sum(u)},...(0,r.s)({change:P}),...d.length>0&&{layers:sum(d)},...l.length>0&&{buildMs:sum(l)},...checksOf(s),...(0,r.s)({health:b}),...O!==""&&{healthNote:O},...(0,r.s)({passedBefore:w,latencyMs:f?.latencyMs,readyMs:y,architecture:x}),tags:c?.tags.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)??[],...(0,r.s)({problem:g}),...isAway(o,c)&&{away:true}}}function checksOf(e){const n=e.flatMap(({checks:e})=>e)
if(n.length===0)return{}
const t=n.filter(({ok:e})=>!e)
const o=(0,i.HH)(t)
const names=e=>e.map(({name:e})=>e)
const r=t.filter(e=>!o.includes(e))
return{checks:{passed:n.length-t.length,failed:names(o),warned:names(r)}}}const u=new Set(["registry/unreachable","registry/unavailable"])
function isAway(e,n){const t=e.filter(({outcome:e})=>e==="failed")
if(t.length>0)return t.every(({error:e})=>u.has(e?.code))
return n?.outcome==="failed"&&u.has(n.code)}const sum=e=>e.reduce((e,n)=>e+n,0)
function changeOf(e,n){const t=e.flatMap(({decision:e})=>{if(e.kind==="unchanged")return e.size
return e.kind==="build"&&e.before!==undefined?e.before.size:[]})
return t.length===e.length?n-sum(t):undefined}function digestOf(e){return e?.decision.kind==="unchanged"?e.decision.digest:undefined}function whyOf(e){const n=decisionOf(e)
const t=e.filter(({decision:e})=>e.kind===n).flatMap(({decision:e})=>e.reasons)
return[...new Set(t.map(({detail:e})=>e))].join("; ")}function whyNot(e){const{outcome:n,reason:t}=e??{}
return n==="not part of this release"||n==="superseded"?[n,t].filter(Boolean).join(": "):undefined}const warningsOf=e=>(e?.warnings??[]).map(e=>`\u26a0\ufe0f ${e}`)
function whyKept(e){const n=e.map(({reason:e})=>e)
return n.length>0&&n.every(e=>e!==undefined)?n[0]:undefined}function worst(e){return[...e].sort((e,n)=>o.uI[n.verdict]-o.uI[e.verdict])[0]}}),57107:((e,n,t)=>{t.d(n,{Hs:()=>formatCommit,eG:()=>formatEstimate,pL:()=>holdText,rK:()=>remarkTexts})
var i=t(65421)
const remarkTexts=({remarks:e=[]})=>e.map(({severity:e,message:n,why:t,fix:i})=>`${e}: ${[n,t,i].filter(Boolean).join("; ")}`)
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function formatCommit({revision:e,event:n}){const t=e.slice(0,12)
const i=n.kind==="pull_request"?n.headRevision:undefined
return i===undefined||i===e?t:`${t}, the merge of ${i.slice(0,12)}`}const o={times:"by earlier build times",sizes:"by image sizes",guess:"estimated: no build times are known yet"}
function formatEstimate({matrix:e,jobEach:n,by:t}){const r=n.jobs-e.jobs
const s=insteadOf((0,i.LS)(e.jobs,"job"),e.jobs,n.jobs)
const a=insteadOf(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(n.wallSeconds))
const c=insteadOf((0,i.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,n.billedMinutes)
return`on GitHub ${s}${r>0?` (${r} saved)`:""}: ${a}, ${c}, ${o[t]}`}const insteadOf=(e,n,t)=>n===t?e:`${e} instead of ${t}`
const minutes=e=>Math.ceil(e/60)}),40318:((e,n,t)=>{t.d(n,{Ao:()=>stoppedOutcome,KQ:()=>StageTimeout,LH:()=>openDeadline,Z5:()=>cleanupSignal,l7:()=>timeoutMessage,mm:()=>isCancelled})
var i=t(85465)
class StageTimeout extends i.yo{constructor(e,n){super({code:"stage/timeout",message:`${e} did not finish within ${formatLimit(n)}`,why:"`timeout` ends it so that the results so far are kept",fix:"see the last lines of its log for what hung, or raise `timeout` and the step's timeout-minutes"})}}function openDeadline(e,n,t){if(n===undefined)return{signal:e,[Symbol.dispose]:()=>{}}
const i=new AbortController
const o=setTimeout(()=>i.abort(new StageTimeout(t,n)),n)
return{signal:AbortSignal.any([e,i.signal]),[Symbol.dispose]:()=>clearTimeout(o)}}function timeoutMessage({reason:e}){return e instanceof StageTimeout?e.problems[0]?.message:undefined}const isCancelled=e=>e.aborted&&timeoutMessage(e)===undefined
function stoppedOutcome(e){const n=timeoutMessage(e)
return n===undefined?{outcome:"cancelled"}:{outcome:"failed",error:{message:n}}}function cleanupSignal(e){return timeoutMessage(e)===undefined?e:AbortSignal.timeout(6e4)}function formatLimit(e){return e>=12e4?`${Math.round(e/6e4)} minutes`:`${e/1e3} s`}}),65421:((e,n,t)=>{t.d(n,{LS:()=>plural,VK:()=>shortDigest,Xq:()=>formatSize,a3:()=>formatDuration,vm:()=>formatSizeChange})
function formatDuration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function formatSize(e){const n=["B","kB","MB","GB","TB"]
let t=e
let i=0
while(t>=999.5&&i<n.length-1){t/=1e3
i+=1}return`${t>=100||i===0?Math.round(t):t.toFixed(1)} ${n[i]}`}function formatSizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${formatSize(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),16760:((e,n,t)=>{t.d(n,{A4:()=>truncateToWidth,Ho:()=>padLeft,M7:()=>padRight,sc:()=>textWidth})
var i=t(93223)
const o=/^[\x20-\x7e]*$/
function textWidth(e){return o.test(e)?e.length:(0,i.A)(e)}function truncateToWidth(e,n){if(textWidth(e)<=n)return e
let t=""
let i=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){i-=textWidth(n)
if(i<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-textWidth(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-textWidth(e)))+e})}
