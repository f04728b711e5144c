export const id=895
export const ids=[895]
export const modules={70895:((e,n,t)=>{t.r(n)
t.d(n,{completionReport:()=>completionReport})
var i=t(56008)
var o=t(96464)
var s=t(51793)
var r=t(56635)
var a=t(70421)
var d=t(9179)
var c=t(1006)
var l=t(15443)
function subjectsOf(e){const n=new Set(e.plan.selected)
const of=e=>Map.groupBy(e,({service:e})=>e)
const[t,i]=[of(e.build?.images??[]),of((0,l.QD)(e))]
const o=of(e.smoke?.services??[])
return e.plan.services.filter(({name:e})=>n.has(e)).map(n=>({...{run:e,service:n,images:t.get(n.name)??[],checked:i.get(n.name)??[]},smoked:o.get(n.name)??[]}))}function verified(e,{all:n=[],any:t=[],also:i=[],deep:o,who:s}){const r=[...n,...t,...i]
return{...{title:e,by:`verify: ${r.join(", ")}`},judge({run:e,service:a,checked:d}){const l=(0,c.I)(e.plan,a)
if(s==="those with ports"&&a.ports.length===0)return{kind:"none",why:"it has no port"}
if(s==="those that run"&&!(0,c.Np)(l))return{kind:"none",why:"it does not run"}
if(s==="servers"&&l!=="server")return{kind:"none",why:"nothing asks for its health"}
if(d.length===0)return{kind:"unchecked",why:"the image was not verified in this run"}
const u=d.map(e=>{const s=e.checks.filter(({id:e})=>r.includes(e))
const a=s.filter(({ok:e})=>!e)
if(a.length>0)return{kind:"failed",why:a.map(wrong).join("; ")}
const has=n=>e.checks.some(e=>e.id===n)
const d=n.every(has)&&(t.length===0||t.some(has))&&(o===undefined||has("layers"))
if(d)return{kind:"met",how:[...new Set(s.map(({actual:e})=>e))].join(", ")}
const c=e.unchecked?.find(({id:e})=>r.includes(e)&&!i.includes(e))
const l=e.unchecked?.find(({id:e})=>e==="layers")
if(c===undefined&&has("layers"))return{kind:"none",why:"does not apply"}
return{kind:"unchecked",why:(c??l)?.reason??"the image was not verified in this run"}})
return worst(u)}}}const u=["failed","unchecked","met","none"]
const worst=e=>e.toSorted((e,n)=>u.indexOf(e.kind)-u.indexOf(n.kind))[0]??{kind:"unchecked",why:"nothing was looked at"}
const wrong=({name:e,actual:n,expected:t})=>`${e}: ${n}, not ${t}`
const smoked=(e,n,t)=>({...{title:e,by:`smoke: ${n}`},judge(e){const{run:n,service:i,smoked:o}=e
if(!(0,c.Np)((0,c.I)(n.plan,i)))return{kind:"none",why:"it does not run"}
if(o.length===0)return{kind:"unchecked",why:"it was not smoked in this run"}
return worst(o.map(n=>t(n,e)))}})
function untried({verdict:e,reason:n,failure:t,passedBefore:i}){if(i!==undefined)return{kind:"met",how:`these very bytes passed for ${i.slice(0,7)}`}
if(e==="healthy")return undefined
const o=t?.guess??n??e
return e==="unhealthy"?{kind:"failed",why:o}:{kind:"unchecked",why:o}}const h=smoked("Answers its health check from outside","the probe of the catalog",e=>{const[n]=e.probes
if(n===undefined)return untried(e)??{kind:"unchecked",why:"no probe was made"}
return ofProbe(n)})
function ofProbe({target:e,ok:n,error:t,latencyMs:i}){if(!n)return{kind:"failed",why:`${e}: ${t??"no"}`}
return{kind:"met",how:`${e}${i===undefined?"":` in ${(0,d.p0)(i)}`}`}}const isJob=({run:e,service:n})=>(0,c.I)(e.plan,n)==="job"
const f={kind:"none",why:"it is a job, and ends by itself"}
const probe=(e,n,t)=>smoked(e,n,(e,i)=>{if(isJob(i))return f
const o=(n==="stable"?e.probes:e.probes.slice(1)).find(e=>e.kind===n)
if(o===undefined){const n=t(i)
return n.kind==="none"&&e.passedBefore===undefined?n:untried(e)??n}if(!o.ok&&e.verdict==="healthy")return{kind:"unchecked",why:e.reason??o.error??"undecided"}
return ofProbe(o)})
const unmade=()=>({kind:"unchecked",why:"no such probe was made"})
const noControl=({service:{health:e}})=>e?.kind==="http"||e?.kind==="grpc"?{kind:"unchecked",why:e.negative?"no such probe was made":"the catalog turns it off"}:{kind:"none",why:"there is nothing else to ask"}
const linted=(e,...n)=>({...{title:e,by:`lint: ${n.join(", ")}`},judge({run:e,service:t}){if(e.lint===undefined)return{kind:"unchecked",why:"lint did not run"}
const i=n.filter(e=>t.lint?.rules[e]==="off")
if(i.length===n.length)return{kind:"unchecked",why:`the catalog turns ${i.join(", ")} off`}
const o=e.lint.findings.filter(e=>e.service===t.name&&n.includes(e.code))
if(o.length>0)return{kind:"failed",why:o.map(({message:e})=>e).join("; ")}
return{kind:"met",how:"nothing found"}}})
const asked=(e,...n)=>{const t=linted(e,...n)
return{...t,judge(e){const{lint:n,plan:i}=e.run
const o=n?.skipped?.find(({check:e})=>e==="packages")
if(o!==undefined)return{kind:"unchecked",why:o.why}
const s=i.images.filter(({service:n})=>n===e.service.name)
if(s.every(({decision:e})=>e.kind==="unchanged"))return{kind:"unchecked",why:"it was not built in this run, so no index was asked"}
return t.judge(e)}}}
const p={...{title:"Pushed, and read back from the registry",by:"build, publish"},judge({run:e,service:n,images:t}){const i=e.publish?.services.find(e=>e.service===n.name)
const o=t.find(({outcome:e})=>e!=="built"&&e!=="unchanged")
if(o!==undefined)return{kind:"failed",why:o.error?.message??o.outcome}
if(i===undefined)return{kind:"unchecked",why:"publish did not run"}
if(i.outcome==="published"||i.outcome==="unchanged")return{kind:"met",how:i.digest??i.outcome}
return{kind:"failed",why:i.reason??i.outcome}}}
const m=smoked("Runs with a read-only root, no capability and no new privilege","hardening",(e,{service:n})=>{const{readOnly:t,capDrop:i,noNewPrivileges:o}=n.hardening
const s=[t&&"read-only",i.includes("ALL")&&"drops ALL",o&&"no new privileges"]
const r=s.filter(e=>e!==false)
if(r.length<s.length)return{kind:"failed",why:`the catalog holds it by ${r.join(", ")||"nothing"}`}
if(e.needs!==undefined)return{kind:"failed",why:`it needs ${e.needs.join(", ")}`}
return untried(e)??{kind:"met",how:r.join(", ")}})
const g=smoked("Stops on SIGTERM","stop",(e,n)=>{if(isJob(n))return f
if(e.stopMs===undefined)return untried(e)??{kind:"unchecked",why:"how it stops was not seen"}
if(e.failure?.phase==="stop")return{kind:"failed",why:e.failure.guess}
if(e.killed&&e.emulated)return{kind:"unchecked",why:"killed under emulation, which decides nothing"}
if(e.killed)return{kind:"failed",why:e.warnings?.join("; ")??"it had to be killed"}
return{kind:"met",how:`in ${(0,d.p0)(e.stopMs)}`}})
const k=[{title:"Images",all:[p,verified("Made for the platform it should be",{all:["platform"]}),verified("Every program in it is made for that platform (no exec format error)",{...{all:["binaries"],also:["entrypoint-machine"],deep:true}}),verified("What it starts is in it (no ModuleNotFoundError)",{...{all:["entrypoint"],also:["entrypoint-module","import","file"],deep:true,who:"those that run"}}),verified("Its packages lie where the interpreter looks",{all:["python-packages"],who:"those that run"}),verified("Labels are filled: no placeholder is left",{all:["labels-expanded","revision"],also:["labels"]}),verified("No variable of its environment was left undefined",{all:["env-expanded"]}),verified("Within its size",{all:["size"],also:["growth"]})]},{title:"Distroless and security",all:[verified("FROM an allowed (distroless) base",{all:["base"]}),verified("Runs as the non-root user it should",{any:["user","nonroot"]}),verified("No shell",{all:["no-shell"]}),verified("No package manager",{all:["no-package-manager"]}),verified("No secret and no credential in it",{all:["secrets","credentials"]}),m]},{title:"Health",all:[verified("Exposes its ports, and no others",{all:["port","port-extra"],who:"those with ports"}),verified("Has a HEALTHCHECK that can run and asks for the right thing",{...{all:["healthcheck"],also:["healthcheck-program","healthcheck-target"],who:"servers"}}),h,probe("Passes its own HEALTHCHECK inside","healthcheck",()=>({kind:"none",why:"it has none of its own"})),probe("Does not answer just anything","negative",noControl),probe("Finds what it needs by name","discovery",({service:e})=>e.needs.length===0?{kind:"none",why:"it needs nothing"}:unmade()),probe("Is still well after a while","stable",unmade),g]},{title:"Sources",all:[linted("Every COPY finds its source","missing-source","ignored-source","missing-stage-source"),linted("Every variable is declared","undeclared-arg","undefined-variable"),linted("No platform is written down where the builder's belongs","hardcoded-platform","native-on-build-platform"),asked("Every requirement exists, at that version","unknown-package","unknown-version"),linted("No development package in production","dev-package")]}]
function judgeAll(e,n){const t=n.map(n=>[n.service.name,e.judge(n)])
const of=e=>t.flatMap(([n,t])=>t.kind===e?[[n,t]]:[])
return{criterion:e,met:of("met").map(([e])=>e),failed:of("failed").map(([e,{why:n}])=>[e,n]),unchecked:of("unchecked").map(([e,{why:n}])=>[e,n])}}function mark({met:e,failed:n,unchecked:t}){if(n.length>0)return"\u274c"
if(e.length===0||t.length>0)return"\u2796"
return"\u2705"}function countWords({met:e,failed:n,unchecked:t}){const i=e.length+n.length+t.length
if(i===0)return"does not apply"
if(t.length===i)return"not checked"
return`${e.length} of ${i}${t.length===0?"":`, ${t.length} not checked`}`}function complianceSection(e){return k.map(n=>groupSection(n,e)).join("\n\n")}function groupSection({title:e,all:n},t){const i=n.map(e=>judgeAll(e,t))
const o=[...told(i,"failed").map(e=>`- \u274c ${e}`),...told(i,"unchecked").map(e=>`- \u2796 not checked: ${e}`)]
return[`### ${e}`,(0,s.Qj)(["","expected","services","checked by"],i.map(e=>[mark(e),(0,s.p7)(e.criterion.title),countWords(e),(0,s.p7)(e.criterion.by)])),...o.length===0?[]:[o.join("\n")]].join("\n\n")}function told(e,n){const t=e.flatMap(e=>[...Map.groupBy(e[n],([,e])=>e)].map(([n,t])=>({who:`${t.map(([e])=>(0,s.p7)(e)).join(", ")} (${(0,s.p7)(n)})`,title:(0,s.p7)(e.criterion.title)})))
return[...Map.groupBy(t,({who:e})=>e)].map(([e,n])=>`${e}: ${n.map(({title:e})=>e).join("; ")}`)}var $=t(44432)
var v=t(87840)
function pullName({run:e,service:n}){const{immutable:t=[],floating:i=[]}=e.plan.tags[n.name]??{}
const o=i[0]??t[0]
const s=n.image.replace(/^docker\.io\//,"")
return o===undefined?s:`${s}:${o}`}function healthAddress({health:e,ports:n}){if(e===undefined)return n[0]===undefined?undefined:`tcp ${n[0].container}`
switch(e.kind){case"http":return`http://localhost:${e.port}${e.path}`
case"tcp":return`tcp ${e.port}`
case"grpc":return`grpc ${e.port}`
case"command":return e.command.join(" ")
case"healthcheck":return"its own HEALTHCHECK"}}function imageTable(e,n){return(0,s.Qj)(["#","service","image","Dockerfile","port","health check","status","digest","size:","layers:","build time:"],e.map((e,t)=>{const{service:i}=e
const o=n.get(i.name)
const r=healthAddress(i)
return[t+1,`**${(0,s.p7)(i.title)}**`,(0,s.ti)(pullName(e)),(0,s.ti)(i.dockerfile),i.ports.map(({container:e})=>e).join(", "),r===undefined?"":(0,s.ti)(r),o===undefined?"":(0,v.Bl)(o),o?.digest===undefined?"":(0,s.ti)((0,d.VK)(o.digest)),o===undefined?"":(0,v.I9)(o),o?.layers??"",o?.buildMs===undefined?"":(0,d.p0)(o.buildMs)]}))}function specification(e,n){const{run:t,service:i,images:o}=e
const[r]=o
const a=r?.spec
const c=t.plan.images.find(e=>e.service===i.name)
const l=baseOf(e)
const u=o.flatMap(({checks:e})=>e).find(({id:e})=>e==="entrypoint-machine")?.actual
const h=t.publish?.services.find(e=>e.service===i.name)?.tags??[]
const code=e=>e===undefined||e===""?undefined:(0,s.ti)(e)
const f=[["Purpose",i.description&&(0,s.p7)(i.description)],["Image",code(pullName(e))],["Digest",code(n?.digest)],["Tags",h.map(({tag:e,state:n})=>`${(0,s.ti)(e)} ${n}`).join(", ")],["Dockerfile",code(i.dockerfile)],["Build context",`${(0,s.ti)(i.context)}${i.target===undefined?"":`, target ${(0,s.ti)(i.target)}`}`],["Base image",l&&(0,s.p7)(l)],["Built with",c?.bases.map(({ref:e})=>(0,s.ti)(e)).join(", ")],["Platforms",i.platforms.join(", ")],["Starts",code([...a?.entrypoint??[],...a?.command??[]].join(" "))],["Program",u&&(0,s.p7)(u)],["User",code(a?.user)],["Working directory",code(a?.workingDir)],["Ports",i.ports.map(({container:e,published:n,protocol:t})=>`${e}/${t}${n===undefined||n===e?"":` on ${n}`}`).join(", ")],["Health check",code(healthAddress(i))],["Needs",i.needs.map(s.ti).join(", ")],["Size",n===undefined?undefined:`${(0,v.I9)(n)}${n.layers===undefined?"":` in ${n.layers} layers`}`],["Build time",n?.buildMs===undefined?undefined:(0,d.p0)(n.buildMs)]]
return[`### ${(0,s.p7)(i.title)}`,f.filter(([,e])=>e!==undefined&&e!=="").map(([e,n])=>`- **${e}**: ${n}`).join("\n"),...environment(e),...healthcheck(e),...images_packages(e),...images_layers(e)].join("\n\n")}function baseOf({run:e,service:n,checked:t}){const i=t.flatMap(({checks:e})=>e).find(({id:e})=>e==="base")?.actual
const o=e.plan.images.find(e=>e.service===n.name)
return i??o?.base?.name??Object.values(o?.from??{})[0]}function environment({images:e}){const n=Object.entries(e[0]?.spec?.env??{})
if(n.length===0)return[]
return["Environment:",(0,s.Qj)(["variable","value"],n.map(([e,n])=>[(0,s.ti)(e),n===""?"":(0,s.ti)(n)]))]}function healthcheck({images:e}){const n=e[0]?.spec?.healthcheck
if(n===undefined)return[]
const{test:t,interval:i,timeout:o,startPeriod:r,retries:a}=n
const c=[i!==undefined&&`every ${(0,d.p0)(i)}`,o!==undefined&&`within ${(0,d.p0)(o)}`,r!==undefined&&`${(0,d.p0)(r)} to start`,a!==undefined&&`${a} tries`].filter(e=>e!==false)
return[`HEALTHCHECK: ${(0,s.ti)(t.slice(1).join(" "))}${c.length===0?"":` (${c.join(", ")})`}`]}function images_packages({images:e}){const n=e.find(e=>e.packages!==undefined)?.packages??[]
return n.length===0?[]:[`Python packages in the image: ${n.map(s.ti).join(", ")}`]}function images_layers({images:e}){const n=e[0]?.spec?.layers??[]
const t=n.filter(({by:e})=>e!==undefined)
if(t.length===0)return[]
const i=n.toSorted((e,n)=>n.size-e.size).slice(0,5)
return["Largest layers:",(0,s.Qj)(["size:","made by"],i.map(({size:e,by:n})=>[(0,d.Ej)(e),n===undefined?"":(0,s.ti)(n)]))]}function commandsSection(e,n){const{build:t,plan:i}=e
const o=new Map(i.images.map(e=>[e.service,e]))
const r=(0,s.Qj)(["image","Dockerfile","context","platforms","build arguments","tags"],n.map(e=>{const{service:n}=e
const t=o.get(n.name)
const r=[...Object.entries(t?.args??{}).map(([e,n])=>`${e}=${n}`),...t?.volatileArgs??[]]
const{immutable:a=[],floating:d=[]}=i.tags[n.name]??{}
return[(0,s.ti)(pullName(e)),(0,s.ti)(n.dockerfile),(0,s.ti)(n.context),n.platforms.join(", "),r.map(s.ti).join(" "),[...a,...d].map(s.ti).join(" ")]}))
const a=t?.command??[]
const d=t===undefined?"No build ran.":a.length===0?"Nothing had to be built, or each job of a matrix built its own part: no one command stands for the run.":"One build of all images, which can be repeated in the catalog's folder:"
return[d,...a.length===0?[]:[(0,s.DV)([quoted(a)])],"What it was given for each image:",r].join("\n\n")}const quoted=e=>e.map(e=>/^[\w@%+=:,./-]+$/.test(e)?e:`'${e.replaceAll("'","'\\''")}'`).join(" ")
function deploymentSection(e,n){const{plan:t,publish:i,smoke:o}=e
const{name:r,subnet:a}=t.network
const d=`docker network create --driver bridge${a===undefined?"":` --subnet=${a}`} ${r}`
const c=n.flatMap(e=>{const{service:n}=e
const t=healthAddress(n)
if(t===undefined)return[]
const i=e.smoked.flatMap(({probes:e})=>e.slice(0,1))[0]
const o=i!==undefined?`${i.ok?"\u2705":"\u274c"} ${i.status??""} ${i.error===undefined?"":(0,s.p7)(i.error)}`.trim():e.smoked.some(({passedBefore:e})=>e!==undefined)?"\u2705 these bytes passed before":"\u2796 not asked in this run"
return[[(0,s.p7)(n.title),(0,s.ti)(t),o]]})
const l=n.filter(({service:e})=>e.needs.length>0)
const u=new Set(n.map(({service:e})=>e.name))
const h=i&&{...i,services:i.services.filter(({service:e})=>u.has(e))}
const f=h===undefined?[]:(0,$.S)(h)
const p=n[0]
const m=[...new Set(n.flatMap(({service:e})=>e.platforms))]
return[`- **Network**: ${(0,s.ti)(r)}${a===undefined?"":` (${a})`}${o===undefined?"; not made in this run":`; smoke made ${(0,s.ti)(o.network.name)}${o.network.subnet===undefined?"":` (${o.network.subnet})`}`}`,`- **Platforms**: ${m.join(", ")}`,...l.map(({service:e})=>`- **${(0,s.p7)(e.title)}** needs ${e.needs.map(s.ti).join(", ")}`),...t.externals.map(({name:e,image:n})=>`- **${(0,s.p7)(e)}** is not built here: ${(0,s.ti)(n)}`),"","### Network setup","",(0,s.DV)([d]),...c.length===0?[]:["","### Health check endpoints","",(0,s.Qj)(["service","address","answer"],c)],...f.length===0?[]:["","### Published, by digest","",(0,s.DV)(f)],...p===undefined?[]:["","### To see it for oneself","",(0,s.DV)([`docker buildx imagetools inspect ${pullName(p)}`,`docker pull ${pullName(p)}`,...i?.composeFile===undefined?[]:["docker compose --file compose.yml up --detach --wait"],"lucid verify-host"])]].join("\n")}var w=t(15654)
const y=100
function fixesSection(e,n,t){const i=e.history?.at(-1)
const o=i===undefined?"There is no earlier report to compare with.":`Since the report of ${i.at.slice(0,10)}, of commit ${(0,s.ti)(i.revision.slice(0,12))}.`
return[o,...list("Mended",i===undefined?[]:[...recovered(i,t),...goneFindings(i,e)]),...list("Broken since",i===undefined?[]:broken(i,t)),...list("What changed",changes(t)),...mendedByLint(e,n)].join("\n\n")}function list(e,n){if(n.length===0)return[]
const t=n.length-y
return[`**${e}**`,[...n.slice(0,y),...t>0?[`- ${t} more`]:[]].join("\n")]}const isBad=e=>e==="failed"||e==="unknown"
const isGood=e=>e==="published"||e==="unchanged"||e==="built"
function recovered(e,n){return n.flatMap(({service:n,outcome:t})=>{const i=e.services[n]
if(i===undefined||!isBad(i.outcome)||!isGood(t))return[]
return[`- \u2705 ${(0,s.p7)(n)}: ${i.outcome} (${(0,s.p7)(i.problem??"no reason known")}), now ${t}`]})}function broken(e,n){return n.flatMap(({service:n,outcome:t,problem:i})=>{const o=e.services[n]
if(o===undefined||!isGood(o.outcome)||!isBad(t))return[]
return[`- \u274c ${(0,s.p7)(n)}: ${(0,s.p7)(i??t)}`]})}function goneFindings(e,{lint:n,plan:t}){if(n===undefined||e.findings===undefined)return[]
const i=new Set(t.selected)
if(!Object.keys(e.services).every(e=>i.has(e)))return[]
const o=new Set(n.findings.map(w.mC))
return e.findings.filter(e=>!o.has(e)).map(e=>`- \u2705 not found any more: ${(0,s.p7)(e)}`)}function changes(e){return e.flatMap(({service:e,decision:n,kept:t,why:i})=>n==="build"&&!t?[`- ${(0,s.p7)(e)}: ${(0,s.p7)(i)}`]:[])}function mendedByLint({lint:e},n){const t=e?.fixed
if(t===undefined||!t.written||t.files.length===0)return[]
const i=n.map(({service:e})=>e.dockerfile)
const order=e=>i.includes(e)?0:1
const o=t.files.toSorted((e,n)=>order(e.file)-order(n.file)).slice(0,20)
return[`**Mended by \`lucid lint --fix\`: ${(0,d.LS)(t.findings,"finding")} in ${(0,d.LS)(t.files.length,"file")}**`,...o.map(({file:e,diff:n})=>(0,s.AU)((0,s.p7)(e),(0,s.DV)(n.split("\n"))))]}const b={complete:"\u2705 complete","in progress":"\ud83d\udd04 in progress",pending:"\u23f3 pending"}
function progressSection(e){const n=(0,r.B)(e)
if(n===undefined)return e.plan.phases.length===0?"The catalog has no phases.":"Not known: this run was about a part of the plan, and the registry could not be asked for the rest."
const{phases:t,required:i,complete:o,percent:a}=n
return[`**${o} of ${i} images, ${a} %**`,(0,s.Qj)(["phase","category","required:","completed:","status"],[...t.map(e=>[`Phase ${(0,s.p7)(e.id)}`,(0,s.p7)(e.title),e.required,e.complete,b[e.status]]),["**total**","**all phases**",`**${i}**`,`**${o}**`,`**${a} % complete**`]])].join("\n\n")}function nextSection(e,n){const t=n.filter(({outcome:e})=>!["published","unchanged","built"].includes(e))
const i=t.map(({service:e,outcome:n,problem:t})=>`- **${(0,s.p7)(e)}** (${n})${t===undefined?"":`: ${(0,s.p7)(t)}`}`)
const o=e.lint?.findings.filter(({severity:e})=>e!=="note")??[]
const r=plannedByPhase(e)
return[...i.length===0?["Nothing of this run is left to mend."]:["**To mend**",i.join("\n")],...o.length===0?[]:[`**To look at**: ${(0,d.LS)(o.length,"finding")} of lint, below.`],...r.length===0?["Nothing is planned beyond this."]:["**Still planned**",r.join("\n")]].join("\n\n")}function plannedByPhase({plan:e}){const n=e.phases.flatMap(({id:n,title:t})=>{const i=e.planned.filter(({phase:e})=>e===n)
if(i.length===0)return[]
const o=i.map(e=>(0,s.p7)(e.title)).join(", ")
return[`- Phase ${(0,s.p7)(n)}, ${(0,s.p7)(t)}: ${(0,d.LS)(i.length,"image")} (${o})`]})
const t=e.planned.filter(({phase:e})=>e===undefined)
return t.length===0?n:[...n,`- without a phase: ${t.map(e=>(0,s.p7)(e.title)).join(", ")}`]}function statistics(e,n,t){const i=t.filter(({outcome:e})=>e==="published"||e==="unchanged"||e==="built")
const o=t.filter(({buildMs:e})=>e!==undefined)
const r=n.flatMap(({images:e})=>e.filter(({outcome:e})=>e==="built"||e==="failed"))
const a=r.filter(({outcome:e})=>e==="built")
const c=n.filter(({images:e})=>e.filter(({digest:e})=>e!==undefined).length>1)
const l=t.reduce((e,{size:n=0})=>e+n,0)
const u=o.toSorted((e,n)=>(n.buildMs??0)-(e.buildMs??0))[0]
const group=e=>groupCell(e,n)
const share=(e,n)=>n===0?"-":`${e} of ${n}, ${Math.round(e/n*100)} %`
const tick=(e,n)=>n===0?"\u2796 none":e===n?"\u2705":"\u274c"
const h=[["Images that are there",share(i.length,t.length),tick(i.length,t.length)],["Built in this run",`${o.length}, ${t.length-o.length} not`,""],["Builds that succeeded",share(a.length,r.length),tick(a.length,r.length)],["Pushed and read back",...counted("Pushed, and read back from the registry",n)],["Distroless and security",...group("Distroless and security")],["Health",...group("Health")],["More than one platform",`${c.length} of ${t.length}`,c.length===0?"\u2796 the catalog asks for one":""],["Size of all",l===0?"-":(0,d.Ej)(l),""],["Slowest build",u?.buildMs===undefined?"-":`${u.service}, ${(0,d.p0)(u.buildMs)}`,""],["Time of the run",e.durationMs===undefined?"-":(0,d.p0)(e.durationMs),""]]
return(0,s.Qj)(["metric","count","status"],h.map(e=>e.map(s.p7)))}function counted(e,n){const t=k.flatMap(({all:e})=>e).find(n=>n.title===e)
if(t===undefined)return["-",""]
const i=judgeAll(t,n)
return[countWords(i),mark(i)]}function groupCell(e,n){const t=(k.find(n=>n.title===e)?.all??[]).map(e=>judgeAll(e,n)).filter(({met:e,failed:n,unchecked:t})=>e.length+n.length+t.length>0)
const i=t.filter(e=>mark(e)==="\u2705").length
const o=t.some(e=>mark(e)==="\u274c")
const s=i===t.length?"\u2705":o?"\u274c":"\u2796 not all was checked"
return[`${i} of ${t.length} expectations`,t.length===0?"\u2796":s]}function imageStatistics(e,n){return(0,s.Qj)(["image","build time:","push time:","size:","layers:","platforms","ready after:","answers in:"],e.map(e=>{const{service:t,images:i}=e
const o=n.get(t.name)
const r=i.flatMap(({steps:e=[]})=>e.filter(({name:e,cached:n})=>/^exporting to image/.test(e)&&!n))
const ms=e=>e===undefined?"":(0,d.p0)(e)
return[(0,s.ti)(pullName(e)),ms(o?.buildMs),r.length===0?"":(0,d.p0)(r.reduce((e,{durationMs:n})=>e+n,0)),o?.size===undefined?"":(0,d.Ej)(o.size),o?.layers??"",i.filter(({digest:e})=>e!==undefined).map(({platform:e})=>e).join(", "),ms(o?.readyMs),ms(o?.latencyMs)]}))}function stageTable(e){const n=e.flatMap(({service:e,images:n})=>n.flatMap(({steps:n=[]})=>[...Map.groupBy(n,stageOf)].flatMap(([n,t])=>{if(n===undefined||t.every(({cached:e})=>e))return[]
const i=t.toSorted((e,n)=>n.durationMs-e.durationMs)[0]
const o=t.reduce((e,{durationMs:n})=>e+n,0)
const r=i===undefined?"":i.name.replace(/^\[[^\]]*\] /,"")
return[[(0,s.p7)(e.name),(0,s.ti)(n),t.length,(0,d.p0)(o),(0,s.ti)(r)]]})))
return n.length===0?"":(0,s.Qj)(["image","stage","steps:","took:","slowest step"],n)}const stageOf=({name:e})=>/^\[(\S+) \d+\/\d+\]/.exec(e)?.[1]
function completionReport(e,n){const t=(0,a.h)(e)
const i=new Map(t.map(e=>[e.service,e]))
const o=new Map(e.plan.services.map(({name:e},n)=>[e,n]))
const s=subjectsOf(e).toSorted((e,n)=>(o.get(e.service.name)??0)-(o.get(n.service.name)??0))
const r=stageTable(s)
const d=[["Images",imageTable(s,i)],["Fixes",fixesSection(e,s,t)],["Build statistics",statistics(e,s,t)],["Image by image",imageStatistics(s,i)],...r===""?[]:[["Build stages",r]],["Commands executed",commandsSection(e,s)],["Verification",`\u2705 a check ran and held; \u274c it did not hold; \u2796 not all was checked.\n\n${complianceSection(s)}`],["Specifications",s.map(e=>specification(e,i.get(e.service.name))).join("\n\n")],["Deployment",deploymentSection(e,s)],["Findings",findings(e)],["Progress of the plan",progressSection(e)],["Next steps",nextSection(e,t)]]
return[`# ${titleOf(e,s)}: completion report`,facts(e,t,n),...d.map(([e,n])=>`## ${e}\n\n${n}`),`---\n\n_Made by \`lucid report --completion\` on ${n} from the results of commit ${e.plan.source.revision.slice(0,12)}: a tick is a check that ran._`].join("\n\n")}function titleOf({plan:e},n){const[t]=n
if(n.length===1&&t!==undefined)return(0,s.p7)(t.service.title)
const i=new Set(n.map(({service:e})=>e.phase))
const o=e.phases.find(({id:e})=>i.size===1&&i.has(e))
return o===undefined?(0,s.p7)(e.project):`Phase ${(0,s.p7)(o.id)} ${(0,s.p7)(o.title)}`}function facts(e,n,t){const{plan:i,build:a,smoke:d}=e
const c=n.filter(({outcome:e})=>e==="published"||e==="unchanged"||e==="built")
const{healthy:l,tried:u}=(0,o.Wr)(n)
const h=c.length===n.length&&n.length>0
const f=(0,r.B)(e)
const p=[...new Set(i.images.map(({platform:e})=>e))]
const m=[...new Set((a?.images??[]).flatMap(({runner:e})=>e??[]))]
const g=[...new Set(i.services.map(({image:e})=>e.split("/").slice(0,-1).join("/")))]
const k=[...new Set((d?.services??[]).flatMap(e=>e.architecture??[]))]
const $=[["Status",h?"\u2705 complete":`\u274c ${c.length} of ${n.length} complete`],["In one line",(0,s.p7)((0,o.Pl)(e,n))],["Date",t.slice(0,10)],["Commit",`${(0,s.ti)(i.source.revision)} of ${i.source.committedAt}${i.source.dirty?", with changes that no commit has":""}`],["Images",`${c.length} of ${n.length}`],["Healthy",u===0?"\u2796 none was started in this run":`${l} of ${u}`],["Target architecture",`${p.join(", ")}${k.length===0?"":` (its processes said ${k.join(", ")})`}`],["Registry",g.map(s.ti).join(", ")],["Built on",m.length===0?undefined:(0,s.p7)(m.join(", "))],["Workflow run",e.url],["Plan",f===undefined?undefined:`${f.complete} of ${f.required}, ${f.percent} %`]]
return $.filter(([,e])=>e!==undefined).map(([e,n])=>`- **${e}**: ${n}`).join("\n")}function findings({lint:e}){if(e===undefined)return"\u2796 Lint did not run."
const n=(e.skipped??[]).map(({why:e})=>`- \u2796 not checked: ${(0,s.p7)(e)}`).join("\n")
if(e.findings.length===0)return["\u2705 Lint found nothing.",n].filter(Boolean).join("\n\n")
const t=e.findings.slice(0,200)
const o=e.findings.length-t.length
return[(0,s.Qj)(["severity","where","what","rule"],t.map(({severity:e,at:n,message:t,fix:o,code:r})=>[e,n===undefined?"":(0,s.ti)((0,i.j$)(n)),`${(0,s.p7)(t)}${o===undefined?"":`. Fix: ${(0,s.p7)(o)}`}`,(0,s.ti)(r)])),...o>0?[`${(0,d.LS)(o,"more finding")}.`]:[],...n===""?[]:[n]].join("\n\n")}})}
