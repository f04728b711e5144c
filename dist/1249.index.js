export const id=1249
export const ids=[1249]
export const modules={49057:((e,n,t)=>{t.d(n,{K9:()=>unpackDocument,No:()=>packDocument,gt:()=>isPackedDocument})
var i=t(38522)
var r=t(39893)
var s=t(85465)
var o=t(45714)
const a="packed:1:"
const c=1e5
const l=64*1024*1024
const u={[i.constants.BROTLI_PARAM_QUALITY]:6}
function packDocument(e){const n=JSON.stringify(e)
if(n.length>15*c)return undefined
const t=a+(0,i.brotliCompressSync)(n,{params:u}).toString("base64url")
return t.length>c?undefined:t}const isPackedDocument=e=>e.startsWith(a)
function unpackDocument(e,n){const unreadable=(e,t)=>new s.yo({code:"document/unreadable",message:`the packed ${n.shape.kind.value} cannot be read`,...(0,r.s)({why:e}),fix:"pass the output `packed` of the action unchanged, or leave the input out"},{cause:t})
let t
try{const n=Buffer.from(e.slice(a.length),"base64url")
t=JSON.parse((0,i.brotliDecompressSync)(n,{maxOutputLength:l}).toString())}catch(e){throw unreadable(undefined,e)}let c=""
if((0,o.w)(n,t,e=>c=e))return t
throw unreadable(`it ${c}`)}}),90657:((e,n,t)=>{t.d(n,{m:()=>failureSection})
var i=t(65421)
var r=t(1669)
var s=t(35771)
const failedRows=e=>e.filter(({problem:e})=>e!==undefined)
function failureSection(e,n,{logLines:t,limit:r}){const s=failedRows(n)
const o=s.slice(0,r??s.length)
const a=s.length-o.length
return[...o.map(n=>failure(e,n,t)),...a>0?[`${(0,i.LS)(a,"more failure","more failures")}.`]:[]].join("\n\n")}function failure(e,{service:n,problem:t=""},i){const o=`#### ${(0,s.p7)(n)}: ${(0,s.p7)(t)}`
if(i===0)return o
const a=e.build?.images.filter(e=>e.service===n&&e.error!==undefined)??[]
const c=e.smoke?.services.filter(e=>e.service===n&&e.failure!==undefined)??[]
const l=[...a.map(({error:e})=>(e?.log??[]).slice(-i)),...c.map(e=>(0,r.f7)(withShortLog(e,i)).split("\n"))]
return[o,...l.filter(e=>e.length>0).map(s.DV)].join("\n\n")}function withShortLog(e,n){const{failure:t}=e
return t===undefined?e:{...e,failure:{...t,log:t.log.slice(-n)}}}}),12405:((e,n,t)=>{t.d(n,{W:()=>fitSections})
function fitSections(e,n,t){const i=e.map(e=>({section:e,variant:0,text:e.variants[0]?.()??""}))
const shortened=()=>i.filter(({variant:e})=>e>0).map(({section:e})=>e.name)
const text=()=>{const e=shortened()
const n=e.length===0?[]:[`_Shortened to fit: ${e.join(", ")}. ${t}_`]
return[...i.map(e=>e.text).filter(e=>e!==""),...n].join("\n\n")}
for(const e of i.toSorted((e,n)=>e.section.rank-n.section.rank)){while(Buffer.byteLength(text())>n&&e.variant<e.section.variants.length){e.variant+=1
e.text=e.section.variants[e.variant]?.()??""}}return text()}}),35934:((e,n,t)=>{t.d(n,{Bl:()=>outcomeCell,Hu:()=>healthCell,I9:()=>sizeCell,k0:()=>planTable,oV:()=>serviceTable})
var i=t(65421)
var r=t(95010)
var s=t(35771)
const o={published:"\u2705",unchanged:"\u2705",built:"\u2705",planned:"\u23f3",superseded:"\u2705",held:"\u23f8\ufe0f",failed:"\u274c",blocked:"\u274c",skipped:"\u23ed\ufe0f",cancelled:"\u23f9\ufe0f","not part of this release":"\u2796",unknown:"\u2753"}
const outcomeCell=({outcome:e})=>`${o[e]} ${e}`
function serviceTable(e){const n=["service","outcome","decision","why","platforms","digest","tags","size:","layers:","build:"]
return(0,s.Qj)([...n,"checks","health"],e.map(e=>[`**${(0,s.p7)(e.service)}**`,outcomeCell(e),e.kept?"unchanged":e.decision,(0,s.p7)(e.why),e.platforms.join(" "),e.digest===undefined?"":`\`${(0,i.VK)(e.digest)}\``,e.tags.map(s.ti).join(" "),sizeCell(e),e.layers??"",e.buildMs===undefined?"":(0,i.a3)(e.buildMs),(0,r.kJ)(e).replace("-",""),healthCell(e)]))}function planTable(e){return(0,s.Qj)(["decision","service","why","platforms"],e.map(({decision:e,service:n,why:t,problem:i,platforms:r})=>[e,`**${(0,s.p7)(n)}**`,(0,s.p7)(i??t),r.join(" ")]))}function sizeCell({size:e,change:n}){if(e===undefined)return""
return n===undefined||n===0?(0,i.Xq)(e):`${(0,i.Xq)(e)} (${(0,i.vm)(n)})`}function healthCell({health:e,passedBefore:n,architecture:t,readyMs:r,latencyMs:o,healthNote:a}){if(n!==undefined)return`\u2713 passed before, for ${(0,s.p7)(n.slice(0,7))}`
if(e===undefined||e==="skipped")return""
if(e==="not tried")return`\u23ed\ufe0f not tried${a===undefined?"":`: ${(0,s.p7)(a)}`}`
if(e!=="healthy")return`\u274c ${e}`
const c=[["\u2713",t].filter(Boolean).join(" "),...r===undefined?[]:[`ready in ${(0,i.a3)(r)}`],...o===undefined?[]:[`answers in ${(0,i.a3)(o)}`]].join(", ")
return a===undefined?c:`${c}; ${(0,s.p7)(a)}`}}),93713:((e,n,t)=>{t.d(n,{XJ:()=>attemptSection,UC:()=>checkSection,C:()=>firstRows,$0:()=>holdSection,iC:()=>listSection,CM:()=>remarkSection,xw:()=>stepSummary})
var i=t(65421)
var r=t(24280)
var s=t(88195)
var o=t(9851)
var a=t(63691)
var c=t(81067)
var l=t(28332)
var u=t(2343)
var d=t(8073)
var f=t(57107)
var p=t(91886)
var h=t(1669)
var m=t(90657)
var g=t(12405)
var v=t(70927)
var $=t(35771)
const S=60
const k=24
const b='%%{init: {"gantt": {"leftPadding": 170, "barHeight": 18, "barGap": 4}}}%%'
function ganttSection(e){const n=(0,v.IO)(e)
if(n.length===0)return undefined
const t=longest(n)
const r=new Set(n.map(({platform:e})=>e)).size>1
const s=[...(0,v.wX)(t)].flatMap(([e,n])=>[`    section ${plain(e)}`,...n.map(e=>`    ${task(e,r)}`)])
const o=["```mermaid",b,"gantt","    dateFormat x","    axisFormat %H:%M:%S","    todayMarker off",...s,"```"].join("\n")
const a=n.length-t.length
const c=a===0?o:`${o}\n\nThe ${(0,i.LS)(t.length,"longest","longest")} of ${n.length}.`
return t.length>k?(0,$.AU)("timeline",c):c}function longest(e){if(e.length<=S)return e
const n=e.toSorted((e,n)=>n.end-n.start-(e.end-e.start)).slice(0,S)
return e.filter(e=>n.includes(e))}function task({kind:e,service:n,platform:t,start:i,end:r,good:s},o){const a=plain(o?`${n} ${t}`:n)
const c=s?e==="smoke"?"active, ":"":"crit, "
return`${e} ${a} :${c}${Math.round(i)}, ${Math.round(Math.max(r,i+1))}`}function plain(e){return e.replace(/[^\w./-]+/g," ").trim()||"unnamed"}var w=t(35934)
const M=15
const y=100
function slowestStepsSection({images:e}){const n=e.flatMap(({service:e,platform:n,steps:t=[]})=>t.map(t=>({...t,image:`${e} (${n})`}))).filter(({cached:e,durationMs:n})=>!e&&n>=y).sort((e,n)=>n.durationMs-e.durationMs).slice(0,M)
if(n.length===0)return undefined
return(0,$.AU)("slowest build steps",(0,$.Qj)(["image","step","took:"],n.map(({image:e,name:n,durationMs:t})=>[(0,$.p7)(e),(0,$.p7)(n),(0,i.a3)(t)])))}const j=900*1024
function stepSummary(e,n=j){const t=(0,c.h)(e)
const i=e.url===undefined?"this run's artifacts":`the [artifacts of this run](${e.url}#artifacts)`
return(0,g.W)(sections(e,t),n,`Everything is in report.html and report.json, in ${i}.`)}function sections(e,n){const{estimate:t}=e.plan
const i=(0,o.r)(e)
const s=`### ${(0,r.dM)(e,n)}`
const a=i&&t!==undefined&&n.length>0?`\n\n${(0,f.eG)(t)}`:""
return[{rank:100,name:"headline",variants:[()=>`${s}${a}`]},holdSection(e),attemptSection(e),tableSection(n,i?w.k0:w.oV),{rank:90,name:"failures",variants:[50,15,5,0].map(t=>()=>(0,m.m)(e,n,{logLines:t})).concat([()=>(0,m.m)(e,n,{logLines:5,limit:50}),()=>(0,m.m)(e,n,{logLines:0,limit:50})])},fixedSection(70,"progress",progressSection(e)),fixedSection(60,"timeline",ganttSection(e)),fixedSection(30,"smoke",smokeSection(e)),listSection(65,"failed checks",n=>checkSection(e,n)),remarkSection(e),listSection(40,"findings",n=>e.lint===undefined?"":(0,u.QQ)(e.lint.findings,n)),fixedSection(35,"digests",e.publish&&publishedSection(e.publish)),fixedSection(20,"build steps",e.build&&slowestStepsSection(e.build)),...(e.plan.inputs??[]).map(e=>fixedSection(10,`inputs of ${e.service}`,inputSection(e)))]}function holdSection({plan:e}){const n=(0,f.pL)(e.source)
return fixedSection(99,"hold",n&&`\u26a0\ufe0f ${(0,$.p7)(n)}`)}function attemptSection({attempt:e}){const n=`Attempt ${e}: only jobs that had failed ran again, and those after them. \`unchanged\` includes what an earlier attempt published.`
return fixedSection(98,"attempt",e===undefined?undefined:n)}function remarkSection({plan:e}){const n=(0,f.rK)(e).map(e=>`- ${(0,$.p7)(e)}`)
return listSection(66,"remarks of the plan",e=>n.slice(0,e).join("\n"))}const fixedSection=(e,n,t)=>({...{rank:e,name:n},variants:t===undefined?[]:[()=>t]})
const listSection=(e,n,t)=>({...{rank:e,name:n},variants:[500,100,20].map(e=>()=>t(e))})
function tableSection(e,n){const t=e.toSorted((e,n)=>news(n)-news(e))
const first=i=>()=>e.length<=i?n(e):firstRows(t,i,n)
return{rank:80,name:"table",variants:[()=>n(e),first(1e3),first(300),first(100),first(20)]}}function firstRows(e,n,t){const r=e.length-n
return r<=0?t(e):`${t(e.slice(0,n))}\n\n${(0,i.LS)(r,"more service")}.`}function news(e){const{outcome:n,problem:t,buildMs:i}=e
if(n==="failed"||n==="blocked")return 4
if(t!==undefined||(0,a.HN)(e)==="red")return 3
return i!==undefined?2:n==="unchanged"?0:1}function publishedSection(e){const n=(0,p.S)(e)
return n.length===0?undefined:(0,$.AU)("Published, by digest",(0,$.DV)(n))}function inputSection(e){const n=`${e.service} (${e.platform}) is built from`
const t=(0,d.l)(e,e=>e).split("\n").slice(1)
return(0,$.AU)(n,(0,$.DV)(t))}function smokeSection({smoke:e}){const n=e===undefined?[]:(0,h.zv)(e)
return n.length===0?undefined:(0,$.AU)("Smoke",(0,$.DV)(n))}function checkSection(e,n){const t=(0,l.T)(e)
if(t.length===0)return""
const r=(0,o.Q)(e).reduce((e,n)=>e+(n.unchecked?.length??0),0)
const s=t.slice(0,n).map(({level:e,text:n})=>`- ${e}: ${(0,$.p7)(n)}`)
const a=t.length-s.length
return(0,$.AU)(`${(0,i.LS)(t.length,"failed check")}, ${r} not looked at`,[...s,...a>0?[`- ${a} more`]:[]].join("\n"))}function progressSection(e){const n=(0,s.B)(e)
if(n===undefined)return undefined
const{complete:t,required:i,percent:r,phases:o}=n
return[`**${t} of ${i} images of the plan, ${r} %**`,(0,$.Qj)(["phase","category","required:","completed:","status"],[...o.map(e=>[...[e.id,(0,$.p7)(e.title),e.required,e.complete,e.status]]),["**total**","**all phases**",`**${i}**`,`**${t}**`,`${r} %`]])].join("\n\n")}}),88195:((e,n,t)=>{t.d(n,{B:()=>toProgress,s:()=>coversAllServices})
var i=t(81067)
const r=new Set(["published","unchanged","superseded","built","held"])
const coversAllServices=({selected:e,services:n})=>e.length>=n.length
function toProgress(e,n){const{plan:t}=e
if(e.progress!==undefined)return e.progress
if(t.phases.length===0||!coversAllServices(t)&&n===undefined)return undefined
const s=new Set((0,i.h)(e).flatMap(({service:e,outcome:n})=>r.has(n)?e:[]))
for(const e of n===undefined?[]:standing(n))if(!t.selected.includes(e))s.add(e)
const o=t.phases.map(({id:e,title:n})=>{const i=t.services.filter(({phase:n})=>n===e)
const r=i.filter(({name:e})=>s.has(e)).length
const o=i.length+t.planned.filter(({phase:n})=>n===e).length
const a=r===o?"complete":r>0?"in progress":"pending"
return{id:e,title:n,required:o,complete:r,status:a}})
const total=e=>o.reduce((n,t)=>n+t[e],0)
const a=total("required")
const c=total("complete")
return{phases:o,required:a,complete:c,percent:a===0?0:Math.round(c/a*100)}}function standing({services:e,images:n}){return e.map(({name:e})=>e).filter(e=>{const t=n.filter(({service:n})=>n===e)
return t.length>0&&t.every(({decision:e})=>e.kind==="unchanged")})}}),70927:((e,n,t)=>{t.d(n,{IO:()=>timeline,gu:()=>runSpan,wX:()=>lanes})
var i=t(39893)
function timeline({plan:e,build:n,smoke:t}){const r=new Map(e.waves.flatMap((e,n)=>e.map(e=>[e,n+1])))
const bar=(e,{service:n,platform:t,startedAt:s,durationMs:o,runner:a},c)=>{const l=Date.parse(s??"")
if(Number.isNaN(l)||o===undefined)return[]
const u={service:n,platform:t,wave:r.get(n)??1,...(0,i.s)({runner:a})}
return[{kind:e,...u,start:l,end:l+o,good:c}]}
return[...n?.images.flatMap(e=>bar("build",e,e.outcome==="built"))??[],...t?.services.flatMap(e=>bar("smoke",e,e.verdict==="healthy"))??[]].sort((e,n)=>e.start-n.start)}function lanes(e){const n=new Set(e.map(({runner:e})=>e)).size>1
const t=e.filter(({kind:e})=>e==="build").sort((e,n)=>e.wave-n.wave||e.start-n.start)
const i=e.filter(({kind:e})=>e==="smoke")
return Map.groupBy([...t,...i],({kind:e,wave:t,runner:i})=>[e==="build"?`wave ${t}`:"smoke",...n?[i??"this machine"]:[]].join(", "))}function runSpan(e){const n=timeline(e)
if(n.length===0)return undefined
return Math.max(...n.map(({end:e})=>e))-Math.min(...n.map(({start:e})=>e))}}),91886:((e,n,t)=>{t.d(n,{S:()=>publishedLines})
function publishedLines({services:e}){return e.flatMap(({image:e,digest:n,release:t,tags:i,copies:r=[],signer:s})=>{const o=i.flatMap(({tag:n,state:t,previous:i})=>t==="kept"?[`${e}:${n} stays with ${i??"its first build"}`]:[])
if(n===undefined)return o
const lines=(e,i)=>{const line=(n,t,i=[])=>writtenTags(t).length===0?[]:[[`${e}@${n}`,...writtenTags(t),...i,...s===undefined?[]:[`(signed by ${s})`]].join(" ")]
if(t===undefined)return line(n,i)
const[r,o]=[true,false].map(e=>i.filter(n=>n.release===true===e))
return[...line(n,o??[]),...line(t.digest,r??[],releaseNote(t))]}
const a=r.filter(({outcome:e})=>e==="published"||e==="unchanged")
return[...lines(e,i),...a.flatMap(e=>lines(e.image,e.tags)),...o]})}function releaseNote({version:e,relabelled:n=[],attestations:t}){if(n.length===0)return[]
const i=n.map(({platform:e,from:n})=>`${e} from ${n}`).join(", ")
return[`(labelled ${e}: ${i}${t===undefined?"":"; attestations left out"})`]}function writtenTags(e){return e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)}})}
