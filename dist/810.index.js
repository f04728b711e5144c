export const id=810
export const ids=[810]
export const modules={50647:((e,n,t)=>{t.d(n,{u:()=>i})
const i={skipped:0,healthy:1,unknown:2,unhealthy:3}}),22117:((e,n,t)=>{t.d(n,{u:()=>withVerification})
function withVerification(e,{images:n}){const t=new Map(n.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const n=e.digest===undefined?undefined:t.get(`${e.service} ${e.platform} ${e.digest}`)
if(n===undefined)return e
const{checks:i,unchecked:s,packages:o}=n
return{...e,checks:i,unchecked:s,...o!==undefined&&{packages:o}}})}}}),75284:((e,n,t)=>{t.d(n,{i:()=>during})
async function during(e,n,t){e({stage:n,state:"started"})
try{return await t()}finally{e({stage:n,state:"done"})}}}),15005:((e,n,t)=>{t.d(n,{T:()=>failedCheckLines,p:()=>verifyWords})
var i=t(5966)
var s=t(15443)
var o=t(9179)
function failedCheckLines(e){const n=new Set(e.plan.services.filter(({policy:e})=>e.verify==="advisory").map(({name:e})=>e))
const t=(0,s.QD)(e)
const o=t.flatMap(({service:e,platform:s,checks:o})=>{const r=t.filter(n=>n.service===e).length>1
const a=o.filter(({ok:e})=>!e)
const d=new Set(n.has(e)?[]:(0,i.H)(a))
return a.map(n=>({level:d.has(n)?"error":"warning",text:`${e}${r?` ${s}`:""} ${n.name}: ${n.actual}, not ${n.expected} [${n.id}]`}))})
return[...o].sort((e,n)=>e.level<n.level?-1:e.level>n.level?1:0)}function verifyWords({images:e,layers:n}){const t=e.flatMap(e=>e.checks)
const count=(e,n)=>e===0?[]:[`${e} ${n}`]
const s=(0,i.H)(t).length
const r=t.filter(({ok:e})=>!e).length
const a=[(0,o.LS)(t.length,"check"),...count(s,"failed"),...count(r-s,r-s===1?"warning":"warnings"),...count(e.reduce((e,{unchecked:n})=>e+n.length,0),"not looked at")]
return`${(0,o.LS)(e.length,"image")}: ${a.join(", ")}; ${(0,o.LS)(n.read,"layer")} of ${(0,o.Ej)(n.bytes)} read`}}),4754:((e,n,t)=>{t.d(n,{a:()=>estimateWords})
var i=t(9179)
const s={times:"by earlier build times",sizes:"by image sizes",guess:"by guess: no build times are known yet"}
function estimateWords({matrix:e,jobEach:n,by:t}){const o=n.jobs-e.jobs
const r=instead((0,i.LS)(e.jobs,"job"),e.jobs,n.jobs)
const a=instead(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(n.wallSeconds))
const d=instead((0,i.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,n.billedMinutes)
return`on GitHub ${r}${o>0?` (${o} saved)`:""}: ${a}, ${d}, ${s[t]}`}const instead=(e,n,t)=>n===t?e:`${e} instead of ${t}`
const minutes=e=>Math.ceil(e/60)}),34514:((e,n,t)=>{t.d(n,{Ph:()=>findingTotals,QQ:()=>findingList,TC:()=>findingRemarks,cB:()=>lintSummary})
var i=t(56008)
var s=t(51793)
var o=t(9179)
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
return[`### ${n.some(({severity:e})=>e==="error")?"\u274c":"\u2705"} ${findingTotals(e)}`,...t.length===0?[]:[["| severity | where | what | rule |","| --- | --- | --- | --- |",...t.map(e=>`| ${e} |`)].join("\n")],...o>0?[`${o} more are in the log of this step.`]:[],...findingRemarks(e).map(e=>`- ${(0,s.p7)(e)}`)].join("\n\n")}}),96464:((e,n,t)=>{t.d(n,{Kg:()=>isGood,Pl:()=>headline,Wr:()=>healthOf})
var i=t(70421)
var s=t(15443)
var o=t(9179)
function headline(e,n){const count=(e,t)=>{const i=n.filter(e).length
return i===0?[]:[`${i} ${t}`]}
const t=[...n.length===0?["nothing selected"]:[],...healthWords(n),...count(({buildMs:e})=>e!==undefined,"built"),...count(({decision:e,buildMs:n,outcome:t})=>e==="build"&&n===undefined&&t==="planned","to build"),...count(({decision:e,kept:n})=>e==="unchanged"||n===true,"unchanged"),...count(({outcome:e})=>e==="failed","failed"),...count(({outcome:e})=>e==="held","held"),...count(({outcome:e})=>e==="skipped","skipped"),...count(({outcome:e})=>e==="cancelled","cancelled"),...count(({outcome:e})=>e==="not part of this release","not part of this release"),...count(({outcome:e})=>e==="unknown","unknown"),...e.durationMs===undefined?[]:[(0,o.p0)(e.durationMs)]]
const i=(0,s.rz)(e)?0:jobsSaved(e.plan)
return`${t.join(", ")}${i>0?`; ${(0,o.LS)(i,"job")} saved`:""}`}function isGood(e){return!e.some(({outcome:e})=>e==="failed"||e==="unknown"||e==="cancelled")}function healthOf(e){const n=e.filter(({health:e,passedBefore:n})=>e==="healthy"||n!==undefined).length
const t=e.filter(({health:e})=>e==="unhealthy"||e==="unknown").length
return{healthy:n,tried:n+t}}function healthWords(e){const{healthy:n,tried:t}=healthOf(e)
return t===0?[]:[`${n} of ${t} healthy`]}function jobsSaved({estimate:e}){return e===undefined?0:e.jobEach.jobs-e.matrix.jobs}const headlineOf=e=>headline(e,toRows(e))}),36233:((e,n,t)=>{t.d(n,{l:()=>inputsText})
var i=t(42812)
var s=t(9179)
function inputsText(e,n){const{service:t,platform:o,dockerfile:r}=e
const a=[n(`${t} (${o}), ${r}`),...e.wholeContext.map(({reason:e,line:n})=>`  all of the context counts: ${e}${at(n)}`),...e.files.flatMap(({instruction:e,line:n,context:t,paths:i})=>[`  ${e}${t===undefined?"":` (${t})`}${at(n)}: ${(0,s.LS)(i.length,"file")}`,...i.map(e=>`    ${e}`)]),...e.images.map(({ref:e,use:n,line:t,platform:i,pinned:s})=>{const o=s===undefined?"":` -> ${s}`
return`  ${n==="syntax"?"syntax":`${n} image`} ${e} for ${i}${at(t)}${o}`}),...pairs("image of this catalog",e.catalogImages),...pairs("context",e.contexts),...e.urls.map(({url:e,line:n,pinned:t})=>`  ADD ${e}${at(n)}${t?"":", which may change unseen"}`),...pairs("argument",e.args),...list("argument that does not count",e.volatileArgs),...list("secret",e.secrets),...list("ssh",e.ssh)]
return a.map(i.Is).join("\n")}const at=e=>e===undefined?"":` at line ${e}`
function pairs(e,n){return Object.entries(n).map(([n,t])=>`  ${e} ${n} = ${t}`)}const list=(e,n)=>n.map(n=>`  ${e} ${n}`)}),51793:((e,n,t)=>{t.d(n,{AU:()=>fold,DV:()=>codeBlock,Qj:()=>markdownTable,p7:()=>markdownText,ti:()=>inlineCode})
function markdownText(e){return e.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,e=>`${e.slice(0,-1)}&#46;`).trim()}function markdownTable(e,n){const line=e=>`| ${e.join(" | ")} |`
return[line(e.map(e=>e.replace(/:$/,""))),line(e.map(e=>e.endsWith(":")?"---:":"---")),...n.map(line)].join("\n")}function fold(e,n){return`<details><summary>${e}</summary>\n\n${n}\n\n</details>`}function codeBlock(e){return e.flatMap(e=>e.split(/\r\n|[\r\n\u2028\u2029]/)).map(e=>`    ${e.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function inlineCode(e){return/[`|\u0000-\u001f]/.test(e)?markdownText(e):`\`${e}\``}}),70421:((e,n,t)=>{t.d(n,{h:()=>toRows})
var i=t(5966)
var s=t(50647)
function decisionOf(e){const n=new Set(e.map(({decision:e})=>e.kind))
return n.has("blocked")?"blocked":n.has("build")?"build":"unchanged"}function outcomeOf(e,{policy:n},t,s,o,r,a){const d=new Set(s.map(({outcome:e})=>e))
if(d.has("failed")||t.some(({decision:e})=>e.kind==="blocked"))return"failed"
if(d.has("cancelled"))return"cancelled"
if(d.has("skipped"))return"skipped"
if(n.verify==="required"&&o.some(({checks:e})=>(0,i.H)(e).length>0))return"failed"
const c=new Set(n.smoke==="advisory"?[]:r.map(({verdict:e})=>e))
if(a!==undefined){if(a.outcome==="superseded")return"held"
if(a.outcome==="failed"||c.has("unhealthy"))return"failed"
return a.tags.some(({state:e})=>e==="held")?"held":a.outcome}if(c.has("unhealthy"))return"failed"
if(c.has("unknown"))return"unknown"
if(s.length===0&&decisionOf(t)==="unchanged")return"unchanged"
if(e.build===undefined)return"planned"
return s.length===0?"unknown":d.has("built")?"built":"unchanged"}const o=new Set(["published","unchanged","not part of this release"])
function firstProblem(e,n,t,s,r){for(const{decision:n}of e)if(n.kind==="blocked")return n.problems[0]?.message
const a=n.find(({error:e})=>e!==undefined)
if(a?.error)return a.error.message
const[d]=t.flatMap(({checks:e})=>(0,i.H)(e))
if(d)return`${d.name}: ${d.actual}, not ${d.expected}`
const c=s.find(({verdict:e})=>e==="unhealthy"||e==="unknown")
if(c)return c.failure?.guess??c.reason
if(r!==undefined&&!o.has(r.outcome))return r.reason
const l=r?.tags.find(({state:e})=>e==="held")
return l&&`${l.tag} held: ${l.why??r?.reason??""}`}var r=t(15443)
function toRows(e){const n=new Set(e.plan.selected)
const t=e.plan.waves.flat().filter(e=>n.has(e))
const i=new Map(e.plan.services.map(e=>[e.name,e]))
const s={planned:byService(e.plan.images),built:byService(e.build?.images),checked:byService((0,r.QD)(e)),smoked:byService(e.smoke?.services),published:byService(e.publish?.services)}
return t.flatMap(n=>{const t=i.get(n)
return t===undefined?[]:[toRow(e,t,s)]})}const byService=e=>Map.groupBy(e??[],({service:e})=>e)
function toRow(e,n,t){const mine=e=>e.get(n.name)??[]
const i=mine(t.planned)
const s=mine(t.built)
const o=mine(t.checked)
const r=mine(t.smoked)
const[a]=mine(t.published)
const d=i.flatMap(e=>{const n=s.find(({platform:n})=>n===e.platform)?.size
return n??(e.decision.kind==="unchanged"?e.decision.size:[])})
const c=s.flatMap(e=>e.layers??[])
const l=s.filter(({outcome:e})=>e==="built").map(({durationMs:e})=>e??0)
const[u]=r.flatMap(({probes:e})=>e.slice(0,1))
const f=a?.digest??s[0]?.digest??digestOf(i[0])
const h=firstProblem(i,s,o,r,a)
const{verdict:p,reason:m,warnings:g=[],passedBefore:$,readyMs:k,architecture:b}=worst(r)??{}
const w=[...g.map(e=>`\u26a0\ufe0f ${e}`),...m===undefined?[]:[m]].join("; ")
const v=whyKept(s)
const y=d.length===i.length?changeOf(i,sum(d)):undefined
return{...{service:n.name,title:n.title},...n.phase!==undefined&&{phase:n.phase},decision:decisionOf(i),why:whyNot(a)??v??whyOf(i),...v!==undefined&&{kept:true},outcome:outcomeOf(e,n,i,s,o,r,a),platforms:i.map(({platform:e})=>e),...f!==undefined&&{digest:f},...d.length>0&&{size:sum(d)},...y!==undefined&&{change:y},...c.length>0&&{layers:sum(c)},...l.length>0&&{buildMs:sum(l)},...checksOf(o),...p!==undefined&&{health:p},...w!==""&&{healthNote:w},...$!==undefined&&{passedBefore:$},...u?.latencyMs!==undefined&&{latencyMs:u.latencyMs},...k!==undefined&&{readyMs:k},...b!==undefined&&{architecture:b},tags:a?.tags.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)??[],...h!==undefined&&{problem:h}}}function checksOf(e){const n=e.flatMap(({checks:e})=>e)
if(n.length===0)return{}
const t=n.filter(({ok:e})=>!e)
const s=(0,i.H)(t)
const names=e=>e.map(({name:e})=>e)
const o=t.filter(e=>!s.includes(e))
return{checks:{passed:n.length-t.length,failed:names(s),warned:names(o)}}}const sum=e=>e.reduce((e,n)=>e+n,0)
function changeOf(e,n){const t=e.flatMap(({decision:e})=>{if(e.kind==="unchanged")return e.size
return e.kind==="build"&&e.before!==undefined?e.before.size:[]})
return t.length===e.length?n-sum(t):undefined}function digestOf(e){return e?.decision.kind==="unchanged"?e.decision.digest:undefined}function whyOf(e){const n=decisionOf(e)
const t=e.filter(({decision:e})=>e.kind===n).flatMap(({decision:e})=>e.reasons)
return[...new Set(t.map(({detail:e})=>e))].join("; ")}function whyNot(e){return e?.outcome==="not part of this release"?`not part of this release: ${e.reason}`:undefined}function whyKept(e){const n=e.map(({reason:e})=>e)
return n.length>0&&n.every(e=>e!==undefined)?n[0]:undefined}function worst(e){return[...e].sort((e,n)=>s.u[n.verdict]-s.u[e.verdict])[0]}}),15443:((e,n,t)=>{t.d(n,{QD:()=>checkedImages,ee:()=>spanOf,rz:()=>isPlanAlone})
var i=t(22117)
var s=t(17783)
function isPlanAlone({build:e,verify:n,smoke:t,publish:i}){return e===undefined&&n===undefined&&t===undefined&&i===undefined}function checkedImages({build:e,verify:n}){if(e===undefined||n===undefined)return e?.images??n?.images??[]
return(0,i.u)(e,n).images}function spanOf(e){const n=(0,s.I)(e)
if(n.length===0)return undefined
return Math.max(...n.map(({end:e})=>e))-Math.min(...n.map(({start:e})=>e))}}),99643:((e,n,t)=>{t.d(n,{X5:()=>endpointOf,f7:()=>diagnosisText,k4:()=>isDiagnosis,zv:()=>smokeLines})
var i=t(42812)
var s=t(9179)
function endpointOf({ref:e,probes:n,service:t}){const i=/([^/]+)@/.exec(e)?.[1]??t
const s=n.find(({port:e})=>e!==undefined)?.port
return s===undefined?i:`${i}:${s}`}const o={healthy:"\u2713",unhealthy:"\u2717",unknown:"?",skipped:"-"}
function smokeLines({services:e,network:n,leftovers:t=[]}){const s=e.filter(({verdict:e})=>e!=="skipped")
if(s.length===0)return[]
const r=new Set(s.map(({platform:e})=>e)).size>1
const a=`network ${n.name}${n.subnet===undefined?"":` ${n.subnet}`}`
return[`${a} \u2713${n.note===undefined?"":`: ${n.note}`}`,...s.map(e=>{const n=e.verdict==="healthy"?wellWords(e):e.failure?.guess??e.reason??"no reason known"
return(0,i.Is)(`${endpointOf(e)}${r?` ${e.platform}`:""} ${o[e.verdict]} ${n}`.trimEnd())}),...t.map(e=>`left behind, for the next run to remove: ${e}`)]}function wellWords({architecture:e,readyMs:n,probes:t,warnings:i=[],reason:o}){const r=t[0]?.latencyMs
return[e,n!==undefined&&`ready in ${(0,s.p0)(n)}`,r!==undefined&&`answers in ${(0,s.p0)(r)}`,...i.map(e=>`warning: ${e}`),o].filter(Boolean).join(", ")}const isDiagnosis=(e,n)=>e.startsWith(`${n} `)&&/^.*: .*\nimage {7}\S+\nfailed in {3}\w+\n/.test(e)
function diagnosisText({service:e,platform:n,ref:t,failure:s,needs:o=[],probes:r}){if(s===undefined)return""
const{phase:a,guess:d,lastProbe:c,exitCode:l,exitMeaning:u,healthLog:f=[],ports:h=[],inspect:p,log:m}=s
const section=(e,n)=>n.length===0?[]:["",e,...n.map(e=>`  ${e}`)]
return[`${e} ${n}: ${d}`,`image       ${t}`,`failed in   ${a}`,...c===undefined?[]:[`last probe  ${c}`],...l===undefined?[]:[`exit code   ${l}${u===undefined?"":` (${u})`}`],...o.length===0?[]:[`needs       ${o.join(", ")}`],...section("probes",r.map(({ok:e,kind:n,target:t,error:i})=>`${e?"\u2713":"\u2717"} ${n} ${t}${i===undefined?"":`: ${i}`}`)),...section("ports",h.map(({container:e,published:n,listens:t})=>[e,n===undefined?"not published":`published on ${n}`,...t===undefined?[]:[t==="nothing"?"nothing listens":`listens on ${t}`]].join(", "))),...section("health log",f.map(({exitCode:e,output:n})=>`exit ${e}${n===""?"":`: ${n}`}`)),...section("inspect",Object.entries(p??{}).map(([e,n])=>`${e}: ${n}`)),...section("log",m)].map(e=>(0,i.Is)(e)).join("\n")}}),90070:((e,n,t)=>{t.d(n,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var i=t(42812)
var s=t(87055)
var o=t(9179)
const r={title:"SERVICE",cell:({service:e})=>e}
const a={title:"DECISION",cell:({decision:e,outcome:n})=>n==="failed"?"\u2717 failed":e}
const d={title:"WHY",cell:({why:e,problem:n})=>n??e}
const c={plan:[{...a,cell:e=>e.decision==="blocked"?"\u2717 blocked":e.decision},r,d],run:[r,a,{title:"DIGEST",cell:({digest:e})=>e===undefined?"-":(0,o.VK)(e)},{title:"SIZE",right:true,cell:e=>e.size===undefined?"-":(0,o.Ej)(e.size)},{title:"BUILD",right:true,cell:({buildMs:e})=>e===undefined?"-":(0,o.p0)(e)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:e})=>e===undefined?"-":(0,o.p0)(e)},d]}
function healthWord({health:e,architecture:n}){if(e==="healthy")return`\u2713 ${n??"healthy"}`
if(e==="unhealthy")return"\u2717 unhealthy"
return e==="unknown"?"? unknown":"-"}function checksWord({checks:e}){if(e===undefined)return"-"
const{passed:n,failed:t,warned:i}=e
const s=t.length>0?"\u2717":i.length>0?"!":"\u2713"
const o=t.length+i.length
return o===0?`${s} ${n}`:`${s} ${n} of ${n+o}`}function textTable(e,n=Number.POSITIVE_INFINITY,t="run"){const o=c[t].filter(({cell:n})=>e.length===0||e.some(e=>n(e)!=="-"))
const r=[o.map(({title:e})=>e),...e.map(e=>o.map(({cell:n})=>(0,i.Is)(n(e))))]
const a=o.map((e,n)=>Math.max(...r.map(e=>(0,s.qz)(e[n]??""))))
return r.map(e=>{const t=e.map((e,n)=>o[n]?.right?(0,s.Ho)(e,a[n]??0):(0,s.M7)(e,a[n]??0)).join("  ").trimEnd()
return(0,s.yd)(t,Math.max(2,n))}).join("\n")}}),17783:((e,n,t)=>{t.d(n,{I:()=>timeline,w:()=>lanes})
function timeline({plan:e,build:n,smoke:t}){const i=new Map(e.waves.flatMap((e,n)=>e.map(e=>[e,n+1])))
const bar=(e,{service:n,platform:t,startedAt:s,durationMs:o,runner:r},a)=>{const d=Date.parse(s??"")
if(Number.isNaN(d)||o===undefined)return[]
const c={service:n,platform:t,wave:i.get(n)??1,...r!==undefined&&{runner:r}}
return[{kind:e,...c,start:d,end:d+o,good:a}]}
return[...n?.images.flatMap(e=>bar("build",e,e.outcome==="built"))??[],...t?.services.flatMap(e=>bar("smoke",e,e.verdict==="healthy"))??[]].sort((e,n)=>e.start-n.start)}function lanes(e){const n=new Set(e.map(({runner:e})=>e)).size>1
const t=e.filter(({kind:e})=>e==="build").sort((e,n)=>e.wave-n.wave||e.start-n.start)
const i=e.filter(({kind:e})=>e==="smoke")
return Map.groupBy([...t,...i],({kind:e,wave:t,runner:i})=>[e==="build"?`wave ${t}`:"smoke",...n?[i??"this machine"]:[]].join(", "))}})}
