export const id=7539
export const ids=[7539]
export const modules={45714:((e,n,t)=>{t.d(n,{k:()=>o,w:()=>isDocument})
var i=t(16496)
const o=["success","failure","cancelled","skipped"]
function isDocument(e,n,t){const{kind:o,version:s}=(0,i.Ag)(n)??{}
const r={kind:e.shape.kind.value,version:e.shape.version.value}
if(o!==r.kind)t(`is not a ${r.kind} document`)
else if(s!==r.version)t(`is version ${s} of ${o}, and this program reads version ${r.version}`)
else return(0,i.lA)(e,n,e=>t(`is not a valid ${o} document: ${e}`))
return false}}),35771:((e,n,t)=>{t.d(n,{AU:()=>fold,DV:()=>codeBlock,Qj:()=>markdownTable,p7:()=>markdownText,pU:()=>escapeMentions,ti:()=>inlineCode})
function markdownText(e){return e.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,e=>`${e.slice(0,-1)}&#46;`).trim()}function markdownTable(e,n){const line=e=>`| ${e.join(" | ")} |`
return[line(e.map(e=>e.replace(/:$/,""))),line(e.map(e=>e.endsWith(":")?"---:":"---")),...n.map(line)].join("\n")}function fold(e,n){return`<details><summary>${e}</summary>\n\n${n}\n\n</details>`}function codeBlock(e){return e.flatMap(e=>e.split(/\r\n|[\r\n\u2028\u2029]/)).map(e=>`    ${e.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function inlineCode(e){return/[`|\u0000-\u001f]/.test(e)?markdownText(e):`\`${e}\``}const i="\u200b"
function escapeMentions(e){return e.split("\n").map(e=>e.startsWith("    ")?e:escapeLine(e)).join("\n")}function escapeLine(e){return e.replace(/@(?=[\p{L}\p{N}_-])/gu,`@${i}`).replace(/(?<!&)#(?=\p{N})/gu,`#${i}`).replace(/\bGH-(?=\p{N})/giu,e=>`${e.slice(0,-1)}${i}-`).replaceAll("$","&#36;")}}),24280:((e,n,t)=>{t.d(n,{Pl:()=>headline,dM:()=>markedHeadline,jE:()=>healthCounts})
var i=t(65421)
var o=t(74656)
var s=t(9851)
var r=t(63691)
const a=["failed","blocked","held","superseded","skipped","cancelled","not part of this release","unknown"]
function headline(e,n){const count=(e,t)=>{const i=n.filter(e).length
return i===0?[]:[`${i} ${t}`]}
const isUnchanged=e=>(e.decision==="unchanged"||e.kept===true)&&e.outcome!=="unknown"&&e.outcome!=="cancelled"
const t=[...n.length===0?["nothing selected"]:[],...healthWords(n),...count(({buildMs:e})=>e!==undefined,"built"),...count(({decision:e,buildMs:n,outcome:t})=>e==="build"&&n===undefined&&t==="planned","to build"),...count(isUnchanged,"unchanged"),...a.flatMap(e=>count(({outcome:n})=>n===e,e)),...jobWords(e,n),...e.durationMs===undefined?[]:[(0,i.a3)(e.durationMs)]]
const o=(0,s.r)(e)||(0,r.ZH)(e,n).color==="red"?0:jobsSaved(e.plan)
return`${t.join(", ")}${o>0?`; ${(0,i.LS)(o,"job")} saved`:""}${heldWords(n)}`}function heldWords(e){const n=new Set(e.flatMap(({outcome:e,problem:n})=>e==="held"&&n?[n]:[]))
const[t]=n
if(t===undefined)return""
return`; ${t}${n.size>1?`, and ${(0,i.LS)(n.size-1,"other cause")} below`:""}`}const l={green:"\u2705",yellow:"\ud83d\udfe1",red:"\u274c"}
const markedHeadline=(e,n)=>`${l[(0,r.ZH)(e,n).color]} ${headline(e,n)}`
function jobWords(e,n){const t=(0,r.ZH)(e,n)
if(t.color!=="red"||n.some(e=>(0,r.HN)(e)==="red"))return[]
return t.kind==="cancelled"?["cancelled"]:[(0,o.ZL)(e)??[]].flat()}function healthCounts(e){const n=e.filter(({health:e,passedBefore:n})=>e==="healthy"||n!==undefined).length
const t=e.filter(({health:e})=>e==="unhealthy"||e==="unknown").length
return{healthy:n,tried:n+t}}function healthWords(e){const{healthy:n,tried:t}=healthCounts(e)
return t===0?[]:[`${n} of ${t} healthy`]}function jobsSaved({estimate:e}){return e===undefined?0:e.jobEach.jobs-e.matrix.jobs}}),74656:((e,n,t)=>{t.d(n,{JF:()=>parseJobResults,We:()=>isPublishMissing,ZL:()=>failedJobsText,mZ:()=>hasCancelled})
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
var s=t(74656)
var r=t(81067)
const a={published:"green",unchanged:"green",superseded:"green","not part of this release":"green",built:"green",planned:"green",held:"yellow",failed:"red",blocked:"red",skipped:"red",cancelled:"red",unknown:"red"}
const colorOf=({outcome:e})=>a[e]
const isDone=e=>colorOf(e)==="green"&&e.outcome!=="planned"
function runVerdict(e,n=(0,r.h)(e)){if((0,s.mZ)(e.jobs))return{kind:"cancelled",color:"red"}
const t=n.filter(({outcome:e})=>e==="failed"||e==="blocked"||e==="unknown")
const i=n.filter(({outcome:e})=>e==="skipped")
const o=t.length>0?t:i
const a=(0,s.ZL)(e)
if(o.length>0){const e=idOf(o.map(({service:e,problem:n,why:t})=>`${e}\n${n??t}`))
const n=a===undefined&&t.every(({outcome:e,away:n})=>e==="unknown"||n)&&(i.length===0||t.some(({away:e})=>e))
return{kind:"failed",color:"red",id:e,...n&&{unanswered:true}}}if(a!==undefined)return{kind:"failed",color:"red",id:idOf([a])}
if(n.some(({outcome:e})=>e==="cancelled"))return{kind:"cancelled",color:"red"}
if(n.some(({outcome:e})=>e==="planned"))return{kind:"planned",color:"green"}
if(n.some(({outcome:e})=>e==="held"))return{kind:"held",color:"yellow"}
return{kind:"well",color:"green"}}function verdictOfProblems(e){return{kind:"failed",color:"red",id:idOf(e.map(o.Vw))}}function idOf(e){return(0,i.createHash)("sha256").update(e.map(lasting).sort().join("\n")).digest("hex").slice(0,16)}function lasting(e){return e.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g,"#").replace(/\d+([.,]\d+)*/g,"#").trim()}}),9851:((e,n,t)=>{t.d(n,{Q:()=>checkedImages,r:()=>isPlanAlone})
var i=t(65538)
function isPlanAlone({build:e,verify:n,smoke:t,sign:i,publish:o}){return[e,n,t,i,o].every(e=>e===undefined)}function checkedImages({build:e,verify:n}){if(e===undefined||n===undefined)return e?.images??n?.images??[]
return(0,i.uJ)(e,n).images}}),81067:((e,n,t)=>{t.d(n,{h:()=>toRows})
var i=t(65538)
var o=t(39893)
var s=t(74656)
function decisionOf(e){const n=new Set(e.map(({decision:e})=>e.kind))
return n.has("blocked")?"blocked":n.has("build")?"build":"unchanged"}function outcomeOf(e,n){const{service:t,planned:o,built:r,checked:a,smoked:l,signed:d,published:c}=n
const{policy:u}=t
const f=new Set(r.map(({outcome:e})=>e))
if(decisionOf(o)==="blocked")return"blocked"
for(const e of["failed","cancelled","skipped"])if(f.has(e))return e
if(u.verify==="required"&&a.some(({checks:e})=>(0,i.HH)(e).length>0))return"failed"
const h=u.smoke==="advisory"||c?.exception!==undefined
const p=new Set(h?[]:l.map(({verdict:e})=>e))
if(p.has("unhealthy")||c?.outcome==="failed")return"failed"
const m=e.build!==undefined&&o.some(e=>isUnbuilt(e,r))
if(m&&(c===undefined||c.outcome==="skipped"))return"unknown"
if(p.has("unknown"))return"unknown"
if(c!==undefined)return hasHeldTags(c)?"held":c.outcome
if(d?.outcome==="failed")return"failed"
if(p.has("not tried"))return"skipped"
if((0,s.We)(e))return e.jobs?.some(({result:e})=>e==="cancelled")?"cancelled":"unknown"
if(r.length===0&&decisionOf(o)==="unchanged")return"unchanged"
if(e.build===undefined)return"planned"
return f.has("built")?"built":"unchanged"}function isUnbuilt({platform:e,decision:n},t){return n.kind==="build"&&!t.some(n=>n.platform===e)}function hasHeldTags({outcome:e,tags:n,copies:t=[]}){if(e!=="published"&&e!=="unchanged")return false
return[...n,...t.flatMap(e=>e.tags)].some(({state:e})=>e==="held")}const r=new Set(["published","unchanged","superseded","not part of this release"])
function firstProblem(e,n){const{planned:t,built:i,smoked:o}=e
const s=o.some(({verdict:e})=>e==="unknown")
if(n==="unknown"&&!s)return t.some(e=>isUnbuilt(e,i))?lostText("builds"):lostText("publishes")
return documentedProblem(e)??(n==="cancelled"?"cancelled":undefined)}const lostText=e=>`the job that ${e} it ended without a result: its log says more`
function documentedProblem({planned:e,built:n,checked:t,smoked:o,signed:s,published:a}){for(const{decision:n}of e)if(n.kind==="blocked")return n.problems[0]?.message
const l=n.find(({error:e})=>e!==undefined)
if(l?.error)return l.error.message
const[d]=t.flatMap(({checks:e})=>(0,i.HH)(e))
if(d)return(0,i.ZA)(d)
const c=o.find(({verdict:e})=>e!=="healthy"&&e!=="skipped")
if(c&&a?.exception===undefined)return c.failure?.guess??c.reason
if(s?.outcome==="failed"&&a===undefined)return s.reason
if(a!==undefined&&!r.has(a.outcome))return a.reason
const u=a?.outcome==="superseded"?undefined:a?.tags.find(({state:e})=>e==="held")
return u&&`${u.tag} held: ${u.why??a?.reason??""}`}var a=t(9851)
function toRows(e){const n=new Set(e.plan.selected)
const t=e.plan.waves.flat().filter(e=>n.has(e))
const i=new Map(e.plan.services.map(e=>[e.name,e]))
const o={planned:byService(e.plan.images),built:byService(e.build?.images),checked:byService((0,a.Q)(e)),smoked:byService(e.smoke?.services),signed:byService(e.sign?.services),published:byService(e.publish?.services)}
return t.flatMap(n=>{const t=i.get(n)
return t===undefined?[]:[toRow(e,t,o)]})}const byService=e=>Map.groupBy(e??[],({service:e})=>e)
function toRow(e,n,t){const own=e=>e.get(n.name)??[]
const i=own(t.planned)
const s=own(t.built)
const r=own(t.checked)
const a=own(t.smoked)
const[l]=own(t.signed)
const[d]=own(t.published)
const c=i.flatMap(e=>{const n=s.find(({platform:n})=>n===e.platform)?.size
return n??(e.decision.kind==="unchanged"?e.decision.size:[])})
const u=s.flatMap(e=>e.layers??[])
const f=s.filter(({outcome:e})=>e==="built").map(({durationMs:e})=>e??0)
const[h]=a.flatMap(({probes:e})=>e.slice(0,1))
const p=d?.digest??s[0]?.digest??digestOf(i[0])
const m={service:n,planned:i,built:s,checked:r,smoked:a,signed:l,published:d}
const g=outcomeOf(e,m)
const $=firstProblem(m,g)
const{verdict:b,reason:k,warnings:w=[],passedBefore:v,readyMs:y,architecture:j}=worst(a)??{}
const M=[...w.map(e=>`\u26a0\ufe0f ${e}`),k].filter(Boolean).join("; ")
const S=whyKept(s)
const x=c.length===i.length?changeOf(i,sum(c)):undefined
return{...{service:n.name,title:n.title},...(0,o.s)({phase:n.phase}),decision:decisionOf(i),why:[...warningsOf(d),whyNot(d)??S??whyOf(i)].filter(Boolean).join("; "),...S!==undefined&&{kept:true},outcome:g,platforms:i.map(({platform:e})=>e),...(0,o.s)({digest:p}),...c.length>0&&{size:sum(c)},...(0,o.s)({change:x}),...u.length>0&&{layers:sum(u)},...f.length>0&&{buildMs:sum(f)},...checksOf(r),...(0,o.s)({health:b}),...M!==""&&{healthNote:M},...(0,o.s)({passedBefore:v,latencyMs:h?.latencyMs,readyMs:y,architecture:j}),tags:d?.tags.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)??[],...(0,o.s)({problem:$}),...isAway(s,d??l)&&{away:true}}}function checksOf(e){const n=e.flatMap(({checks:e})=>e)
if(n.length===0)return{}
const t=n.filter(({ok:e})=>!e)
const o=(0,i.HH)(t)
const names=e=>e.map(({name:e})=>e)
const s=t.filter(e=>!o.includes(e))
return{checks:{passed:n.length-t.length,failed:names(o),warned:names(s)}}}const l=new Set(["registry/unreachable","registry/unavailable"])
function isAway(e,n){const t=e.filter(({outcome:e})=>e==="failed")
if(t.length>0)return t.every(({error:e})=>l.has(e?.code))
return n?.outcome==="failed"&&l.has(n.code)}const sum=e=>e.reduce((e,n)=>e+n,0)
function changeOf(e,n){const t=e.flatMap(({decision:e})=>{if(e.kind==="unchanged")return e.size
return e.kind==="build"&&e.before!==undefined?e.before.size:[]})
return t.length===e.length?n-sum(t):undefined}function digestOf(e){return e?.decision.kind==="unchanged"?e.decision.digest:undefined}function whyOf(e){const n=decisionOf(e)
const t=e.filter(({decision:e})=>e.kind===n).flatMap(({decision:e})=>e.reasons)
return[...new Set(t.map(({detail:e})=>e))].join("; ")}function whyNot(e){const{outcome:n,reason:t}=e??{}
return n==="not part of this release"||n==="superseded"?[n,t].filter(Boolean).join(": "):undefined}const warningsOf=e=>(e?.warnings??[]).map(e=>`\u26a0\ufe0f ${e}`)
function whyKept(e){const n=e.map(({reason:e})=>e)
return n.length>0&&n.every(e=>e!==undefined)?n[0]:undefined}function worst(e){return[...e].sort((e,n)=>i.uI[n.verdict]-i.uI[e.verdict])[0]}}),28332:((e,n,t)=>{t.d(n,{T:()=>failedCheckLines,h:()=>verifyTotals})
var i=t(65538)
var o=t(65421)
var s=t(9851)
function failedCheckLines(e){const n=new Set(e.plan.services.filter(({policy:e})=>e.verify==="advisory").map(({name:e})=>e))
const t=(0,s.Q)(e)
const o=t.flatMap(({service:e,platform:o,checks:s})=>{const r=t.filter(n=>n.service===e).length>1
const a=s.filter(({ok:e})=>!e)
const l=new Set(n.has(e)?[]:(0,i.HH)(a))
return a.map(n=>({level:l.has(n)?"error":"warning",text:`${e}${r?` ${o}`:""} ${(0,i.ZA)(n)} [${n.id}]`}))})
return[...o].sort((e,n)=>e.level<n.level?-1:e.level>n.level?1:0)}function verifyTotals({images:e,layers:n}){const t=e.flatMap(e=>e.checks)
const count=(e,n)=>e===0?[]:[`${e} ${n}`]
const s=(0,i.HH)(t).length
const r=t.filter(({ok:e})=>!e).length
const a=[(0,o.LS)(t.length,"check"),...count(s,"failed"),...count(r-s,r-s===1?"warning":"warnings"),...count(e.reduce((e,{unchecked:n})=>e+n.length,0),"not looked at")]
return`${(0,o.LS)(e.length,"image")}: ${a.join(", ")}; ${(0,o.LS)(n.read,"layer")} of ${(0,o.Xq)(n.bytes)} read`}}),2343:((e,n,t)=>{t.d(n,{Ph:()=>findingTotals,QQ:()=>findingList,TC:()=>findingRemarks,cB:()=>lintSummary})
var i=t(85465)
var o=t(65421)
var s=t(35771)
function findingTotals({findings:e,files:n,baseline:t}){const count=n=>e.filter(e=>e.severity===n).length
const i=t===undefined||t.old===0?"":`, ${t.old} known to the baseline`
return`${(0,o.LS)(n,"Dockerfile")}: ${(0,o.LS)(count("error"),"error")}, ${(0,o.LS)(count("warning"),"warning")}, ${(0,o.LS)(count("note"),"note")}${i}`}function findingRemarks({skipped:e=[],baseline:n}){const t=n?.gone??0
return[...e.map(({check:e,why:n})=>`not checked: ${e==="packages"?"":"BuildKit's own checks: "}${n}`),...t===0?[]:[`${(0,o.LS)(t,"finding")} of the baseline ${t===1?"is":"are"} gone: --update-baseline`]]}function findingList(e,n){const t=e.slice(0,n).map(({severity:e,code:n,message:t,at:o,fix:r})=>{const a=o===undefined?"":`${(0,s.ti)((0,i.j$)(o))} `
return`- ${e}: ${a}${(0,s.p7)(t)} (${n})${r?`. ${(0,s.p7)(r)}`:""}`})
const r=e.length-t.length
if(t.length===0)return""
return(0,s.AU)((0,o.LS)(e.length,"finding"),[...t,...r>0?[`- ${r} more`]:[]].join("\n"))}const r={error:"\u274c error",warning:"\u26a0\ufe0f warning",note:"note"}
const a=500
function lintSummary(e){const{findings:n}=e
const t=n.slice(0,a).map(({severity:e,code:n,message:t,at:o,fix:a})=>[r[e],o===undefined?"":(0,s.p7)((0,i.j$)(o)),`${(0,s.p7)(t)}${a===undefined?"":`<br>${(0,s.p7)(a)}`}`,n].join(" | "))
const o=n.length-t.length
return[`### ${n.some(({severity:e})=>e==="error")?"\u274c":"\u2705"} ${findingTotals(e)}`,...t.length===0?[]:[["| severity | where | what | rule |","| --- | --- | --- | --- |",...t.map(e=>`| ${e} |`)].join("\n")],...o>0?[`${o} more are in the log of this step.`]:[],...findingRemarks(e).map(e=>`- ${(0,s.p7)(e)}`)].join("\n\n")}}),8073:((e,n,t)=>{t.d(n,{l:()=>inputsText})
var i=t(65421)
var o=t(68261)
function inputsText(e,n){const{service:t,platform:s,dockerfile:r}=e
const a=[n(`${t} (${s}), ${r}`),...e.wholeContext.map(({reason:e,line:n})=>`  the whole context counts: ${e}${at(n)}`),...e.files.flatMap(({instruction:e,line:n,context:t,paths:o})=>[`  ${e}${t===undefined?"":` (${t})`}${at(n)}: ${(0,i.LS)(o.length,"file")}`,...o.map(e=>`    ${e}`)]),...e.images.map(({ref:e,use:n,line:t,platform:i,pinned:o})=>{const s=o===undefined?"":` -> ${o}`
return`  ${n==="syntax"?"syntax":`${n} image`} ${e} for ${i}${at(t)}${s}`}),...pairs("image of this catalog",e.catalogImages),...pairs("context",e.contexts),...e.urls.map(({url:e,line:n,pinned:t})=>`  ADD ${e}${at(n)}${t?"":", which may change unnoticed"}`),...pairs("argument",e.args),...list("argument that does not count",e.volatileArgs),...list("secret",e.secrets),...list("ssh",e.ssh)]
return a.map(o.g$).join("\n")}const at=e=>e===undefined?"":` at line ${e}`
function pairs(e,n){return Object.entries(n).map(([n,t])=>`  ${e} ${n} = ${t}`)}const list=(e,n)=>n.map(n=>`  ${e} ${n}`)}),1669:((e,n,t)=>{t.d(n,{X5:()=>endpointOf,f7:()=>diagnosisText,k4:()=>isDiagnosis,zv:()=>smokeLines})
var i=t(65421)
var o=t(68261)
function endpointOf({ref:e,probes:n,service:t}){const i=/([^/]+)@/.exec(e)?.[1]??t
const o=n.find(({port:e})=>e!==undefined)?.port
return o===undefined?i:`${i}:${o}`}const s={healthy:"\u2713",unhealthy:"\u2717",unknown:"?","not tried":"?",skipped:"-"}
function smokeLines({services:e,network:n,leftovers:t=[]}){const i=e.filter(({verdict:e})=>e!=="skipped")
if(i.length===0)return[]
const r=new Set(i.map(({platform:e})=>e)).size>1
const a=`network ${n.name}${n.subnet===undefined?"":` ${n.subnet}`}`
return[`${a} \u2713${n.note===undefined?"":`: ${n.note}`}`,...i.map(e=>{const n=e.verdict==="healthy"?healthyText(e):e.failure?.guess??e.reason??"unknown reason"
return(0,o.g$)(`${endpointOf(e)}${r?` ${e.platform}`:""} ${s[e.verdict]} ${n}`.trimEnd())}),...t.map(e=>`left over, to be removed by the next run: ${e}`)]}function healthyText({architecture:e,readyMs:n,probes:t,warnings:o=[],reason:s}){const r=t[0]?.latencyMs
return[e,n!==undefined&&`ready in ${(0,i.a3)(n)}`,r!==undefined&&`answers in ${(0,i.a3)(r)}`,...o.map(e=>`warning: ${e}`),s].filter(Boolean).join(", ")}const isDiagnosis=(e,n)=>e.startsWith(`${n} `)&&/^.*: .*\nimage {7}\S+\nfailed in {3}\w+\n/.test(e)
function diagnosisText({service:e,platform:n,ref:t,failure:i,needs:s=[],probes:r}){if(i===undefined)return""
const{phase:a,guess:l,lastProbe:d,exitCode:c,exitMeaning:u,healthLog:f=[],ports:h=[],inspect:p,log:m}=i
const section=(e,n)=>n.length===0?[]:["",e,...n.map(e=>`  ${e}`)]
return[`${e} ${n}: ${l}`,`image       ${t}`,`failed in   ${a}`,...d===undefined?[]:[`last probe  ${d}`],...c===undefined?[]:[`exit code   ${c}${u===undefined?"":` (${u})`}`],...s.length===0?[]:[`needs       ${s.join(", ")}`],...section("probes",r.map(({ok:e,kind:n,target:t,error:i})=>`${e?"\u2713":"\u2717"} ${n} ${t}${i===undefined?"":`: ${i}`}`)),...section("ports",h.map(({container:e,published:n,listens:t})=>[e,n===undefined?"not published":`published on ${n}`,...t===undefined?[]:[t==="nothing"?"nothing listens":`listens on ${t}`]].join(", "))),...section("health log",f.map(({exitCode:e,output:n})=>`exit ${e}${n===""?"":`: ${n}`}`)),...section("inspect",Object.entries(p??{}).map(([e,n])=>`${e}: ${n}`)),...section("log",m)].map(e=>(0,o.g$)(e)).join("\n")}}),95010:((e,n,t)=>{t.d(n,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var i=t(65421)
var o=t(68261)
var s=t(16760)
var r=t(63691)
const a={title:"SERVICE",cell:({service:e})=>e}
const l={title:"DECISION",cell:e=>(0,r.HN)(e)==="red"?`\u2717 ${e.outcome}`:e.decision}
const d={title:"WHY",cell:({why:e,problem:n})=>n??e}
const c={plan:[{...l,cell:e=>e.decision==="blocked"?"\u2717 blocked":e.decision},a,d],run:[a,l,{title:"DIGEST",cell:({digest:e})=>e===undefined?"-":(0,i.VK)(e)},{title:"SIZE",right:true,cell:e=>e.size===undefined?"-":(0,i.Xq)(e.size)},{title:"BUILD",right:true,cell:({buildMs:e})=>e===undefined?"-":(0,i.a3)(e)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:e})=>e===undefined?"-":(0,i.a3)(e)},d]}
function healthWord({health:e,architecture:n}){if(e==="healthy")return`\u2713 ${n??"healthy"}`
if(e==="unhealthy")return"\u2717 unhealthy"
return e==="unknown"||e==="not tried"?`? ${e}`:"-"}function checksWord({checks:e}){if(e===undefined)return"-"
const{passed:n,failed:t,warned:i}=e
const o=t.length>0?"\u2717":i.length>0?"!":"\u2713"
const s=t.length+i.length
return s===0?`${o} ${n}`:`${o} ${n} of ${n+s}`}function textTable(e,n=Number.POSITIVE_INFINITY,t="run"){const i=c[t].filter(({cell:n})=>e.length===0||e.some(e=>n(e)!=="-"))
const r=[i.map(({title:e})=>e),...e.map(e=>i.map(({cell:n})=>(0,o.g$)(n(e))))]
const a=i.map((e,n)=>Math.max(...r.map(e=>(0,s.sc)(e[n]??""))))
return r.map(e=>{const t=e.map((e,n)=>i[n]?.right?(0,s.Ho)(e,a[n]??0):(0,s.M7)(e,a[n]??0)).join("  ").trimEnd()
return(0,s.A4)(t,Math.max(2,n))}).join("\n")}}),40318:((e,n,t)=>{t.d(n,{Ao:()=>stoppedOutcome,KQ:()=>StageTimeout,LH:()=>openDeadline,Z5:()=>cleanupSignal,l7:()=>timeoutMessage,mm:()=>isCancelled})
var i=t(85465)
class StageTimeout extends i.yo{constructor(e,n){super({code:"stage/timeout",message:`${e} did not finish within ${formatLimit(n)}`,why:"`timeout` ends it so that the results so far are kept",fix:"see the last lines of its log for what hung, or raise `timeout` and the step's timeout-minutes"})}}function openDeadline(e,n,t){if(n===undefined)return{signal:e,[Symbol.dispose]:()=>{}}
const i=new AbortController
const o=setTimeout(()=>i.abort(new StageTimeout(t,n)),n)
return{signal:AbortSignal.any([e,i.signal]),[Symbol.dispose]:()=>clearTimeout(o)}}function timeoutMessage({reason:e}){return e instanceof StageTimeout?e.problems[0]?.message:undefined}const isCancelled=e=>e.aborted&&timeoutMessage(e)===undefined
function stoppedOutcome(e){const n=timeoutMessage(e)
return n===undefined?{outcome:"cancelled"}:{outcome:"failed",error:{message:n}}}function cleanupSignal(e){return timeoutMessage(e)===undefined?e:AbortSignal.timeout(6e4)}function formatLimit(e){return e>=12e4?`${Math.round(e/6e4)} minutes`:`${e/1e3} s`}}),15361:((e,n,t)=>{t.d(n,{E:()=>withProgress})
async function withProgress(e,n,t){e({stage:n,state:"started"})
try{return await t()}finally{e({stage:n,state:"done"})}}})}
