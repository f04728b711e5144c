export const id=3263
export const ids=[3263]
export const modules={34055:((e,n,t)=>{t.d(n,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var r=t(73024)
var i=t(51455)
var o=t(76760)
var s=t(16496)
var a=t(96273)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var c=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)i=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(i)r=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var d=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
function dockerWithDirectPlugins(e){const n=dockerWith(e)
return async(t,r)=>{const[i=""]=t
const o=await findPlugin(i,{...process.env,...r?.env})
if(o===undefined)return n(t,r)
return e([o,...t],{...r,env:{...r?.env,...u}})}}const u={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(o.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const r=o.join((0,a.vg)(n),"cli-plugins")
return firstOf([r,...await extraFolders(n),...l],`docker-${e}`)}const l=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=o.join(t,n)
const s=await(0,i.access)(e,r.constants.X_OK).then(()=>true,()=>false)
if(t!==""&&s)return e}return undefined}async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=c(n,await(0,i.open)(e),true)
const{buffer:r}=await t.read(Buffer.alloc(2),0,2,0)
return r.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=d(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,a.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,r){const i=await findPlugin(n,t)
if(i===undefined)return undefined
try{const{stdout:n}=await e([i,"docker-cli-plugin-metadata"],{signal:r})
return(0,s.E3)((0,s.Ag)((0,s.qF)(n))?.Version)}catch{return undefined}}}),44853:((e,n,t)=>{t.d(n,{C:()=>tailOf,m:()=>exec})
var r=t(31421)
var i=t(48161)
var o=t(80481)
const exec=(e,n={})=>new Promise((t,s)=>{const[a,...c]=e
const{signal:d,graceMs:u=1e4,onLine:l}=n
if(d?.aborted){t({exitCode:130,stdout:"",stderr:""})
return}const f=(0,r.spawn)(a,c,{cwd:n.cwd,env:{...process.env,...n.env},stdio:[n.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const t=f[e]
if(!t)continue
if(!n.discard)t.on("data",t=>append(p[e],t,n.tailBytes))
if(l)(0,o.createInterface)({input:t,crlfDelay:Number.POSITIVE_INFINITY}).on("line",n=>l(n,e))
else if(n.discard)t.resume()}f.stdin?.on("error",()=>{})
f.stdin?.end(n.input)
let h
const stop=()=>{f.kill("SIGINT")
h=setTimeout(()=>{f.kill("SIGKILL")
f.stdout?.destroy()
f.stderr?.destroy()},u)}
d?.addEventListener("abort",stop,{once:true})
const cleanUp=()=>{clearTimeout(h)
d?.removeEventListener("abort",stop)}
f.on("error",e=>{cleanUp()
s(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
f.on("close",(e,n)=>{cleanUp()
t({exitCode:e??128+i.constants.signals[n??"SIGKILL"],stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function tailOf(e){let n=""
e.on("data",e=>{n=(n+e.toString()).slice(-2e3)})
return()=>n}function append(e,n,t){e.push(n)
if(t===undefined)return
let r=e.reduce((e,{length:n})=>e+n,-t)
while(e[0]!==undefined&&r>=e[0].length)r-=e.shift()?.length??0}}),45714:((e,n,t)=>{t.d(n,{k:()=>i,w:()=>isDocument})
var r=t(16496)
const i=["success","failure","cancelled","skipped"]
function isDocument(e,n,t){const{kind:i,version:o}=(0,r.Ag)(n)??{}
const s={kind:e.shape.kind.value,version:e.shape.version.value}
if(i!==s.kind)t(`is not a ${s.kind} document`)
else if(o!==s.version)t(`is version ${o} of ${i}, and this program reads version ${s.version}`)
else return(0,r.lA)(e,n,e=>t(`is not a valid ${i} document: ${e}`))
return false}}),65538:((e,n,t)=>{t.d(n,{HH:()=>failedChecks,ZA:()=>formatFailedCheck,iQ:()=>plannedOrBuiltDigest,uI:()=>i,uJ:()=>withVerification})
var r=t(39893)
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}const formatFailedCheck=({name:e,expected:n,actual:t})=>`${e}: expected ${n}, found ${t}`
function plannedOrBuiltDigest({images:e},n,t,r){const isIt=e=>e.service===t&&e.platform===r
const i=n?.images.find(isIt)?.digest
const o=e.find(isIt)?.decision
return i??(o?.kind==="unchanged"?o.digest:undefined)}const i={...{skipped:0,healthy:1,"not tried":2,unknown:3,unhealthy:4}}
function withVerification(e,{images:n}){const t=new Map(n.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const n=e.digest===undefined?undefined:t.get(`${e.service} ${e.platform} ${e.digest}`)
if(n===undefined)return e
const{checks:i,unchecked:o,packages:s}=n
return{...e,checks:i,unchecked:o,...(0,r.s)({packages:s})}})}}}),74656:((e,n,t)=>{t.d(n,{JF:()=>parseJobResults,We:()=>isPublishMissing,ZL:()=>failedJobsText,mZ:()=>hasCancelled})
var r=t(45714)
var i=t(85465)
function parseJobResults(e){const n=[]
const t=e.flatMap(e=>{const t=e.lastIndexOf("=")
const i=r.k.find(n=>n===e.slice(t+1).trim())
if(i!==undefined)return[t<1?{result:i}:{job:e.slice(0,t).trim(),result:i}]
n.push(e)
return[]})
if(n.length===0)return t
throw new i.yo(n.map(e=>({code:"options/value",message:`job-results: ${JSON.stringify(e.slice(0,100))} is not the result of a job`,fix:"write join(needs.*.result, ','), or publish= and needs.publish.result for each job: docs/comments.md"})))}const hasCancelled=(e=[])=>e.some(({result:e})=>e==="cancelled")
function failedJobsText({jobs:e=[]}){const n=e.filter(({result:e})=>e==="failure")
if(n.length===0)return undefined
const t=n.flatMap(({job:e})=>e??[])
const r=t.length===n.length?`${t.length===1?"job":"jobs"} ${t.join(", ")}`:"a job"
return`${r} failed without a result: ${n.length===1?"its log says":"the logs say"} more`}function isPublishMissing({jobs:e=[],publish:n}){if(n!==undefined)return false
const t=e.filter(({job:e})=>e==="publish")
if(t.length>0)return t.some(({result:e})=>e!=="success")
const isBad=({job:e,result:n})=>e===undefined&&(n==="failure"||n==="cancelled")
return e.some(isBad)}}),63691:((e,n,t)=>{t.d(n,{$L:()=>isDone,HN:()=>colorOf,ZH:()=>runVerdict,fy:()=>verdictOfProblems})
var r=t(77598)
var i=t(85465)
var o=t(74656)
var s=t(81067)
const a={published:"green",unchanged:"green",superseded:"green","not part of this release":"green",built:"green",planned:"green",held:"yellow",failed:"red",blocked:"red",skipped:"red",cancelled:"red",unknown:"red"}
const colorOf=({outcome:e})=>a[e]
const isDone=e=>colorOf(e)==="green"&&e.outcome!=="planned"
function runVerdict(e,n=(0,s.h)(e)){if((0,o.mZ)(e.jobs))return{kind:"cancelled",color:"red"}
const t=n.filter(({outcome:e})=>e==="failed"||e==="blocked"||e==="unknown")
const r=n.filter(({outcome:e})=>e==="skipped")
const i=t.length>0?t:r
const a=(0,o.ZL)(e)
if(i.length>0){const e=idOf(i.map(({service:e,problem:n,why:t})=>`${e}\n${n??t}`))
const n=a===undefined&&t.every(({outcome:e,away:n})=>e==="unknown"||n)&&(r.length===0||t.some(({away:e})=>e))
return{kind:"failed",color:"red",id:e,...n&&{unanswered:true}}}if(a!==undefined)return{kind:"failed",color:"red",id:idOf([a])}
if(n.some(({outcome:e})=>e==="cancelled"))return{kind:"cancelled",color:"red"}
if(n.some(({outcome:e})=>e==="planned"))return{kind:"planned",color:"green"}
if(n.some(({outcome:e})=>e==="held"))return{kind:"held",color:"yellow"}
return{kind:"well",color:"green"}}function verdictOfProblems(e){return{kind:"failed",color:"red",id:idOf(e.map(i.Vw))}}function idOf(e){return(0,r.createHash)("sha256").update(e.map(lasting).sort().join("\n")).digest("hex").slice(0,16)}function lasting(e){return e.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g,"#").replace(/\d+([.,]\d+)*/g,"#").trim()}}),9851:((e,n,t)=>{t.d(n,{Q:()=>checkedImages,r:()=>isPlanAlone})
var r=t(65538)
function isPlanAlone({build:e,verify:n,smoke:t,publish:r}){return e===undefined&&n===undefined&&t===undefined&&r===undefined}function checkedImages({build:e,verify:n}){if(e===undefined||n===undefined)return e?.images??n?.images??[]
return(0,r.uJ)(e,n).images}}),81067:((e,n,t)=>{t.d(n,{h:()=>toRows})
var r=t(65538)
var i=t(39893)
var o=t(74656)
function decisionOf(e){const n=new Set(e.map(({decision:e})=>e.kind))
return n.has("blocked")?"blocked":n.has("build")?"build":"unchanged"}function outcomeOf(e,n){const{service:t,planned:i,built:s,checked:a,smoked:c,published:d}=n
const{policy:u}=t
const l=new Set(s.map(({outcome:e})=>e))
if(decisionOf(i)==="blocked")return"blocked"
for(const e of["failed","cancelled","skipped"])if(l.has(e))return e
if(u.verify==="required"&&a.some(({checks:e})=>(0,r.HH)(e).length>0))return"failed"
const f=u.smoke==="advisory"||d?.exception!==undefined
const p=new Set(f?[]:c.map(({verdict:e})=>e))
if(p.has("unhealthy")||d?.outcome==="failed")return"failed"
const h=e.build!==undefined&&i.some(e=>isUnbuilt(e,s))
if(h&&(d===undefined||d.outcome==="skipped"))return"unknown"
if(p.has("unknown"))return"unknown"
if(d!==undefined)return hasHeldTags(d)?"held":d.outcome
if(p.has("not tried"))return"skipped"
if((0,o.We)(e))return e.jobs?.some(({result:e})=>e==="cancelled")?"cancelled":"unknown"
if(s.length===0&&decisionOf(i)==="unchanged")return"unchanged"
if(e.build===undefined)return"planned"
return l.has("built")?"built":"unchanged"}function isUnbuilt({platform:e,decision:n},t){return n.kind==="build"&&!t.some(n=>n.platform===e)}function hasHeldTags({outcome:e,tags:n,copies:t=[]}){if(e!=="published"&&e!=="unchanged")return false
return[...n,...t.flatMap(e=>e.tags)].some(({state:e})=>e==="held")}const s=new Set(["published","unchanged","superseded","not part of this release"])
function firstProblem(e,n){const{planned:t,built:r,smoked:i}=e
const o=i.some(({verdict:e})=>e==="unknown")
if(n==="unknown"&&!o)return t.some(e=>isUnbuilt(e,r))?lostText("builds"):lostText("publishes")
return documentedProblem(e)??(n==="cancelled"?"cancelled":undefined)}const lostText=e=>`the job that ${e} it ended without a result: its log says more`
function documentedProblem({planned:e,built:n,checked:t,smoked:i,published:o}){for(const{decision:n}of e)if(n.kind==="blocked")return n.problems[0]?.message
const a=n.find(({error:e})=>e!==undefined)
if(a?.error)return a.error.message
const[c]=t.flatMap(({checks:e})=>(0,r.HH)(e))
if(c)return(0,r.ZA)(c)
const d=i.find(({verdict:e})=>e!=="healthy"&&e!=="skipped")
if(d&&o?.exception===undefined)return d.failure?.guess??d.reason
if(o!==undefined&&!s.has(o.outcome))return o.reason
const u=o?.outcome==="superseded"?undefined:o?.tags.find(({state:e})=>e==="held")
return u&&`${u.tag} held: ${u.why??o?.reason??""}`}var a=t(9851)
function toRows(e){const n=new Set(e.plan.selected)
const t=e.plan.waves.flat().filter(e=>n.has(e))
const r=new Map(e.plan.services.map(e=>[e.name,e]))
const i={planned:byService(e.plan.images),built:byService(e.build?.images),checked:byService((0,a.Q)(e)),smoked:byService(e.smoke?.services),published:byService(e.publish?.services)}
return t.flatMap(n=>{const t=r.get(n)
return t===undefined?[]:[toRow(e,t,i)]})}const byService=e=>Map.groupBy(e??[],({service:e})=>e)
function toRow(e,n,t){const own=e=>e.get(n.name)??[]
const r=own(t.planned)
const o=own(t.built)
const s=own(t.checked)
const a=own(t.smoked)
const[c]=own(t.published)
const d=r.flatMap(e=>{const n=o.find(({platform:n})=>n===e.platform)?.size
return n??(e.decision.kind==="unchanged"?e.decision.size:[])})
const u=o.flatMap(e=>e.layers??[])
const l=o.filter(({outcome:e})=>e==="built").map(({durationMs:e})=>e??0)
const[f]=a.flatMap(({probes:e})=>e.slice(0,1))
const p=c?.digest??o[0]?.digest??digestOf(r[0])
const h={service:n,planned:r,built:o,checked:s,smoked:a,published:c}
const m=outcomeOf(e,h)
const g=firstProblem(h,m)
const{verdict:b,reason:k,warnings:w=[],passedBefore:v,readyMs:y,architecture:$}=worst(a)??{}
const S=[...w.map(e=>`\u26a0\ufe0f ${e}`),k].filter(Boolean).join("; ")
const x=whyKept(o)
const M=d.length===r.length?changeOf(r,sum(d)):undefined
return{...{service:n.name,title:n.title},...(0,i.s)({phase:n.phase}),decision:decisionOf(r),why:[...warningsOf(c),whyNot(c)??x??whyOf(r)].filter(Boolean).join("; "),...x!==undefined&&{kept:true},outcome:m,platforms:r.map(({platform:e})=>e),...(0,i.s)({digest:p}),...d.length>0&&{size:sum(d)},...(0,i.s)({change:M}),...u.length>0&&{layers:sum(u)},...l.length>0&&{buildMs:sum(l)},...checksOf(s),...(0,i.s)({health:b}),...S!==""&&{healthNote:S},...(0,i.s)({passedBefore:v,latencyMs:f?.latencyMs,readyMs:y,architecture:$}),tags:c?.tags.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)??[],...(0,i.s)({problem:g}),...isAway(o,c)&&{away:true}}}function checksOf(e){const n=e.flatMap(({checks:e})=>e)
if(n.length===0)return{}
const t=n.filter(({ok:e})=>!e)
const i=(0,r.HH)(t)
const names=e=>e.map(({name:e})=>e)
const o=t.filter(e=>!i.includes(e))
return{checks:{passed:n.length-t.length,failed:names(i),warned:names(o)}}}const c=new Set(["registry/unreachable","registry/unavailable"])
function isAway(e,n){const t=e.filter(({outcome:e})=>e==="failed")
if(t.length>0)return t.every(({error:e})=>c.has(e?.code))
return n?.outcome==="failed"&&c.has(n.code)}const sum=e=>e.reduce((e,n)=>e+n,0)
function changeOf(e,n){const t=e.flatMap(({decision:e})=>{if(e.kind==="unchanged")return e.size
return e.kind==="build"&&e.before!==undefined?e.before.size:[]})
return t.length===e.length?n-sum(t):undefined}function digestOf(e){return e?.decision.kind==="unchanged"?e.decision.digest:undefined}function whyOf(e){const n=decisionOf(e)
const t=e.filter(({decision:e})=>e.kind===n).flatMap(({decision:e})=>e.reasons)
return[...new Set(t.map(({detail:e})=>e))].join("; ")}function whyNot(e){const{outcome:n,reason:t}=e??{}
return n==="not part of this release"||n==="superseded"?[n,t].filter(Boolean).join(": "):undefined}const warningsOf=e=>(e?.warnings??[]).map(e=>`\u26a0\ufe0f ${e}`)
function whyKept(e){const n=e.map(({reason:e})=>e)
return n.length>0&&n.every(e=>e!==undefined)?n[0]:undefined}function worst(e){return[...e].sort((e,n)=>r.uI[n.verdict]-r.uI[e.verdict])[0]}}),57107:((e,n,t)=>{t.d(n,{Hs:()=>formatCommit,eG:()=>formatEstimate,pL:()=>holdText,rK:()=>remarkTexts})
var r=t(65421)
const remarkTexts=({remarks:e=[]})=>e.map(({severity:e,message:n,why:t,fix:r})=>`${e}: ${[n,t,r].filter(Boolean).join("; ")}`)
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function formatCommit({revision:e,event:n}){const t=e.slice(0,12)
const r=n.kind==="pull_request"?n.headRevision:undefined
return r===undefined||r===e?t:`${t}, the merge of ${r.slice(0,12)}`}const i={times:"by earlier build times",sizes:"by image sizes",guess:"estimated: no build times are known yet"}
function formatEstimate({matrix:e,jobEach:n,by:t}){const o=n.jobs-e.jobs
const s=insteadOf((0,r.LS)(e.jobs,"job"),e.jobs,n.jobs)
const a=insteadOf(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(n.wallSeconds))
const c=insteadOf((0,r.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,n.billedMinutes)
return`on GitHub ${s}${o>0?` (${o} saved)`:""}: ${a}, ${c}, ${i[t]}`}const insteadOf=(e,n,t)=>n===t?e:`${e} instead of ${t}`
const minutes=e=>Math.ceil(e/60)}),40318:((e,n,t)=>{t.d(n,{Ao:()=>stoppedOutcome,KQ:()=>StageTimeout,LH:()=>openDeadline,Z5:()=>cleanupSignal,l7:()=>timeoutMessage,mm:()=>isCancelled})
var r=t(85465)
class StageTimeout extends r.yo{constructor(e,n){super({code:"stage/timeout",message:`${e} did not finish within ${formatLimit(n)}`,why:"`timeout` ends it so that the results so far are kept",fix:"see the last lines of its log for what hung, or raise `timeout` and the step's timeout-minutes"})}}function openDeadline(e,n,t){if(n===undefined)return{signal:e,[Symbol.dispose]:()=>{}}
const r=new AbortController
const i=setTimeout(()=>r.abort(new StageTimeout(t,n)),n)
return{signal:AbortSignal.any([e,r.signal]),[Symbol.dispose]:()=>clearTimeout(i)}}function timeoutMessage({reason:e}){return e instanceof StageTimeout?e.problems[0]?.message:undefined}const isCancelled=e=>e.aborted&&timeoutMessage(e)===undefined
function stoppedOutcome(e){const n=timeoutMessage(e)
return n===undefined?{outcome:"cancelled"}:{outcome:"failed",error:{message:n}}}function cleanupSignal(e){return timeoutMessage(e)===undefined?e:AbortSignal.timeout(6e4)}function formatLimit(e){return e>=12e4?`${Math.round(e/6e4)} minutes`:`${e/1e3} s`}}),65421:((e,n,t)=>{t.d(n,{LS:()=>plural,VK:()=>shortDigest,Xq:()=>formatSize,a3:()=>formatDuration,vm:()=>formatSizeChange})
function formatDuration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function formatSize(e){const n=["B","kB","MB","GB","TB"]
let t=e
let r=0
while(t>=999.5&&r<n.length-1){t/=1e3
r+=1}return`${t>=100||r===0?Math.round(t):t.toFixed(1)} ${n[r]}`}function formatSizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${formatSize(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),16760:((e,n,t)=>{t.d(n,{A4:()=>truncateToWidth,Ho:()=>padLeft,M7:()=>padRight,sc:()=>textWidth})
var r=t(93223)
const i=/^[\x20-\x7e]*$/
function textWidth(e){return i.test(e)?e.length:(0,r.A)(e)}function truncateToWidth(e,n){if(textWidth(e)<=n)return e
let t=""
let r=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){r-=textWidth(n)
if(r<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-textWidth(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-textWidth(e)))+e})}
