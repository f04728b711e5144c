export const id=1060
export const ids=[1060]
export const modules={21060:((e,n,t)=>{t.r(n)
t.d(n,{completionReport:()=>completionReport})
var i=t(85465)
var s=t(65421)
var o=t(35771)
var r=t(24280)
var a=t(88195)
var c=t(63691)
var d=t(81067)
var l=t(65538)
var u=t(25761)
var h=t(9851)
function collectEvidence(e){const n=new Set(e.plan.selected)
const of=e=>Map.groupBy(e,({service:e})=>e)
const[t,i]=[of(e.build?.images??[]),of((0,h.Q)(e))]
const s=of(e.smoke?.services??[])
return e.plan.services.filter(({name:e})=>n.has(e)).map(n=>({...{run:e,service:n,images:t.get(n.name)??[],checked:i.get(n.name)??[]},smoked:s.get(n.name)??[]}))}function checksPass(e,{all:n=[],any:t=[],also:i=[],deep:s,who:o}){const r=[...n,...t,...i]
return{...{title:e,source:`verify: ${r.join(", ")}`},evaluate({run:e,service:a,checked:c}){const d=(0,u.Ae)(e.plan,a)
if(o==="those with ports"&&a.ports.length===0)return{kind:"none",why:"it has no port"}
if(o==="those that run"&&!(0,u.WF)(d))return{kind:"none",why:"it does not run"}
if(o==="servers"&&d!=="server")return{kind:"none",why:"it has no health check"}
if(c.length===0)return{kind:"unchecked",why:"the image was not verified in this run"}
const h=c.map(e=>{const o=e.checks.filter(({id:e})=>r.includes(e))
const a=o.filter(({ok:e})=>!e)
if(a.length>0)return{kind:"failed",why:a.map(l.ZA).join("; ")}
const has=n=>e.checks.some(e=>e.id===n)
const c=n.every(has)&&(t.length===0||t.some(has))&&(s===undefined||has("layers"))
if(c)return{kind:"met",how:[...new Set(o.map(({actual:e})=>e))].join(", ")}
const d=e.unchecked?.find(({id:e})=>r.includes(e)&&!i.includes(e))
const u=e.unchecked?.find(({id:e})=>e==="layers")
if(d===undefined&&has("layers"))return{kind:"none",why:"does not apply"}
return{kind:"unchecked",why:(d??u)?.reason??"the image was not verified in this run"}})
return worst(h)}}}const f=["failed","unchecked","met","none"]
const worst=e=>e.toSorted((e,n)=>f.indexOf(e.kind)-f.indexOf(n.kind))[0]??{kind:"unchecked",why:"nothing was checked"}
const smoked=(e,n,t)=>({...{title:e,source:`smoke: ${n}`},evaluate(e){const{run:n,service:i,smoked:s}=e
if(!(0,u.WF)((0,u.Ae)(n.plan,i)))return{kind:"none",why:"it does not run"}
if(s.length===0)return{kind:"unchecked",why:"it was not smoked in this run"}
return worst(s.map(n=>t(n,e)))}})
function untried({verdict:e,reason:n,failure:t,passedBefore:i}){if(i!==undefined)return{kind:"met",how:`this digest passed for ${i.slice(0,7)}`}
if(e==="healthy")return undefined
const s=t?.guess??n??e
return e==="unhealthy"?{kind:"failed",why:s}:{kind:"unchecked",why:s}}const p=smoked("Answers its health check from outside","the probe of the catalog",e=>{const[n]=e.probes
if(n===undefined)return untried(e)??{kind:"unchecked",why:"no probe was made"}
return ofProbe(n)})
function ofProbe({target:e,ok:n,error:t,latencyMs:i}){if(!n)return{kind:"failed",why:`${e}: ${t??"no"}`}
return{kind:"met",how:`${e}${i===undefined?"":` in ${(0,s.a3)(i)}`}`}}const isJob=({run:e,service:n})=>(0,u.Ae)(e.plan,n)==="job"
const m={kind:"none",why:"it is a job, which ends by itself"}
const probePasses=(e,n,t)=>smoked(e,n,(e,i)=>{if(isJob(i))return m
const s=(n==="stable"?e.probes:e.probes.slice(1)).find(e=>e.kind===n)
if(s===undefined){const n=t(i)
return n.kind==="none"&&e.passedBefore===undefined?n:untried(e)??n}if(!s.ok&&e.verdict==="healthy")return{kind:"unchecked",why:e.reason??s.error??"undecided"}
return ofProbe(s)})
const notProbed=()=>({kind:"unchecked",why:"no such probe was made"})
const noNegativeProbe=({service:{health:e}})=>e?.kind==="http"||e?.kind==="grpc"?{kind:"unchecked",why:e.negative?"no such probe was made":"the catalog turns it off"}:{kind:"none",why:"there is nothing else to request"}
const lintPasses=(e,...n)=>({...{title:e,source:`lint: ${n.join(", ")}`},evaluate({run:e,service:t}){if(e.lint===undefined)return{kind:"unchecked",why:"lint did not run"}
const i=n.filter(e=>t.lint?.rules[e]==="off")
if(i.length===n.length)return{kind:"unchecked",why:`the catalog turns ${i.join(", ")} off`}
const s=e.lint.findings.filter(e=>e.service===t.name&&n.includes(e.code))
if(s.length>0)return{kind:"failed",why:s.map(({message:e})=>e).join("; ")}
return{kind:"met",how:"no findings"}}})
const packageLintPasses=(e,...n)=>{const t=lintPasses(e,...n)
return{...t,evaluate(e){const{lint:n,plan:i}=e.run
const s=n?.skipped?.find(({check:e})=>e==="packages")
if(s!==undefined)return{kind:"unchecked",why:s.why}
const o=i.images.filter(({service:n})=>n===e.service.name)
if(o.every(({decision:e})=>e.kind==="unchanged"))return{kind:"unchecked",why:"it was not built in this run, so no index was queried"}
return t.evaluate(e)}}}
const g={...{title:"Pushed, and read back from the registry",source:"build, publish"},evaluate({run:e,service:n,images:t}){const i=e.publish?.services.find(e=>e.service===n.name)
const s=t.find(({outcome:e})=>e!=="built"&&e!=="unchanged")
if(s!==undefined)return{kind:"failed",why:s.error?.message??s.outcome}
if(i===undefined)return{kind:"unchecked",why:"publish did not run"}
if(i.outcome==="published"||i.outcome==="unchanged")return{kind:"met",how:i.digest??i.outcome}
return{kind:"failed",why:i.reason??i.outcome}}}
const k=smoked("Runs with a read-only root, no capabilities and no new privileges","hardening",(e,{service:n})=>{const{readOnly:t,capDrop:i,noNewPrivileges:s}=n.hardening
const o=[t&&"read-only",i.includes("ALL")&&"drops ALL",s&&"no new privileges"]
const r=o.filter(e=>e!==false)
if(r.length<o.length)return{kind:"failed",why:`the catalog sets only ${r.join(", ")||"nothing"}`}
if(e.needs!==undefined)return{kind:"failed",why:`it needs ${e.needs.join(", ")}`}
return untried(e)??{kind:"met",how:r.join(", ")}})
const $=smoked("Stops on SIGTERM","stop",(e,n)=>{if(isJob(n))return m
if(e.stopMs===undefined)return untried(e)??{kind:"unchecked",why:"its stop was not observed"}
if(e.failure?.phase==="stop")return{kind:"failed",why:e.failure.guess}
if(e.killed&&e.emulated)return{kind:"unchecked",why:"killed under emulation, which decides nothing"}
if(e.killed)return{kind:"failed",why:e.warnings?.join("; ")??"it was killed"}
return{kind:"met",how:`in ${(0,s.a3)(e.stopMs)}`}})
const v=[{title:"Images",criteria:[g,checksPass("Has the right platform",{all:["platform"]}),checksPass("Every program in it runs on that platform (no exec format error)",{...{all:["binaries"],also:["entrypoint-machine"],deep:true}}),checksPass("Contains what it starts (no ModuleNotFoundError)",{...{all:["entrypoint"],also:["entrypoint-module","import","file"],deep:true,who:"those that run"}}),checksPass("Its packages are on the interpreter's path",{all:["python-packages"],who:"those that run"}),checksPass("Labels contain no placeholder",{all:["labels-expanded","revision"],also:["labels"]}),checksPass("Every environment variable is defined",{all:["env-expanded"]}),checksPass("Within its size limit",{all:["size"],also:["growth"]})]},{title:"Distroless and security",criteria:[checksPass("FROM an allowed (distroless) base",{all:["base"]}),checksPass("Runs as the expected non-root user",{any:["user","nonroot"]}),checksPass("No shell",{all:["no-shell"]}),checksPass("No package manager",{all:["no-package-manager"]}),checksPass("Contains no secret or credential",{all:["secrets","credentials"]}),k]},{title:"Health",criteria:[checksPass("Exposes its ports, and no others",{all:["port","port-extra"],who:"those with ports"}),checksPass("Has a HEALTHCHECK that can run and probes the right endpoint",{...{all:["healthcheck"],also:["healthcheck-program","healthcheck-target"],who:"servers"}}),p,probePasses("Passes its own HEALTHCHECK inside","healthcheck",()=>({kind:"none",why:"it has none"})),probePasses("Rejects a wrong request","negative",noNegativeProbe),probePasses("Resolves its needs by name","discovery",({service:e})=>e.needs.length===0?{kind:"none",why:"it needs nothing"}:notProbed()),probePasses("Stays healthy","stable",notProbed),$]},{title:"Sources",criteria:[lintPasses("Every COPY finds its source","missing-source","ignored-source","missing-stage-source"),lintPasses("Every variable is declared","undeclared-arg","undefined-variable"),lintPasses("No hard-coded platform where the builder's belongs","hardcoded-platform","native-on-build-platform"),packageLintPasses("Every requirement exists in that version","unknown-package","unknown-version"),lintPasses("No development package in production","dev-package")]}]
function evaluateAll(e,n){const t=n.map(n=>[n.service.name,e.evaluate(n)])
const of=e=>t.flatMap(([n,t])=>t.kind===e?[[n,t]]:[])
return{criterion:e,met:of("met").map(([e])=>e),failed:of("failed").map(([e,{why:n}])=>[e,n]),unchecked:of("unchecked").map(([e,{why:n}])=>[e,n])}}function criterionMark({met:e,failed:n,unchecked:t}){if(n.length>0)return"\u274c"
if(e.length===0||t.length>0)return"\u2796"
return"\u2705"}function formatCounts({met:e,failed:n,unchecked:t}){const i=e.length+n.length+t.length
if(i===0)return"does not apply"
if(t.length===i)return"not checked"
return`${e.length} of ${i}${t.length===0?"":`, ${t.length} not checked`}`}function complianceSection(e){return v.map(n=>groupSection(n,e)).join("\n\n")}function groupSection({title:e,criteria:n},t){const i=n.map(e=>evaluateAll(e,t))
const s=[...exceptionLines(i,"failed").map(e=>`- \u274c ${e}`),...exceptionLines(i,"unchecked").map(e=>`- \u2796 not checked: ${e}`)]
return[`### ${e}`,(0,o.Qj)(["","expected","services","checked by"],i.map(e=>[criterionMark(e),(0,o.p7)(e.criterion.title),formatCounts(e),(0,o.p7)(e.criterion.source)])),...s.length===0?[]:[s.join("\n")]].join("\n\n")}function exceptionLines(e,n){const t=e.flatMap(e=>[...Map.groupBy(e[n],([,e])=>e)].map(([n,t])=>({who:`${t.map(([e])=>(0,o.p7)(e)).join(", ")} (${(0,o.p7)(n)})`,title:(0,o.p7)(e.criterion.title)})))
return[...Map.groupBy(t,({who:e})=>e)].map(([e,n])=>`${e}: ${n.map(({title:e})=>e).join("; ")}`)}var y=t(91886)
var w=t(35934)
function pullName({run:e,service:n}){const{immutable:t=[],floating:i=[]}=e.plan.tags[n.name]??{}
const s=i[0]??t[0]
const o=n.image.replace(/^docker\.io\//,"")
return s===undefined?o:`${o}:${s}`}function healthAddress({health:e,ports:n}){if(e===undefined)return n[0]===undefined?undefined:`tcp ${n[0].container}`
switch(e.kind){case"http":return`http://localhost:${e.port}${e.path}`
case"tcp":return`tcp ${e.port}`
case"grpc":return`grpc ${e.port}`
case"command":return e.command.join(" ")
case"healthcheck":return"its own HEALTHCHECK"}}function imageTable(e,n){return(0,o.Qj)(["#","service","image","Dockerfile","port","health check","status","digest","size:","layers:","build time:"],e.map((e,t)=>{const{service:i}=e
const r=n.get(i.name)
const a=healthAddress(i)
return[t+1,`**${(0,o.p7)(i.title)}**`,(0,o.ti)(pullName(e)),(0,o.ti)(i.dockerfile),i.ports.map(({container:e})=>e).join(", "),a===undefined?"":(0,o.ti)(a),r===undefined?"":(0,w.Bl)(r),r?.digest===undefined?"":(0,o.ti)((0,s.VK)(r.digest)),r===undefined?"":(0,w.I9)(r),r?.layers??"",r?.buildMs===undefined?"":(0,s.a3)(r.buildMs)]}))}function specification(e,n){const{run:t,service:i,images:r}=e
const[a]=r
const c=a?.spec
const d=t.plan.images.find(e=>e.service===i.name)
const l=baseOf(e)
const u=r.flatMap(({checks:e})=>e).find(({id:e})=>e==="entrypoint-machine")?.actual
const h=t.publish?.services.find(e=>e.service===i.name)?.tags??[]
const code=e=>e===undefined||e===""?undefined:(0,o.ti)(e)
const f=[["Purpose",i.description&&(0,o.p7)(i.description)],["Image",code(pullName(e))],["Digest",code(n?.digest)],["Tags",h.map(({tag:e,state:n})=>`${(0,o.ti)(e)} ${n}`).join(", ")],["Dockerfile",code(i.dockerfile)],["Build context",`${(0,o.ti)(i.context)}${i.target===undefined?"":`, target ${(0,o.ti)(i.target)}`}`],["Base image",l&&(0,o.p7)(l)],["Built with",d?.bases.map(({ref:e})=>(0,o.ti)(e)).join(", ")],["Platforms",i.platforms.join(", ")],["Starts",code([...c?.entrypoint??[],...c?.command??[]].join(" "))],["Program",u&&(0,o.p7)(u)],["User",code(c?.user)],["Working directory",code(c?.workingDir)],["Ports",i.ports.map(({container:e,published:n,protocol:t})=>`${e}/${t}${n===undefined||n===e?"":` on ${n}`}`).join(", ")],["Health check",code(healthAddress(i))],["Needs",i.needs.map(o.ti).join(", ")],["Size",n===undefined?undefined:`${(0,w.I9)(n)}${n.layers===undefined?"":` in ${n.layers} layers`}`],["Build time",n?.buildMs===undefined?undefined:(0,s.a3)(n.buildMs)]]
return[`### ${(0,o.p7)(i.title)}`,f.filter(([,e])=>e!==undefined&&e!=="").map(([e,n])=>`- **${e}**: ${n}`).join("\n"),...environment(e),...healthcheck(e),...images_packages(e),...images_layers(e)].join("\n\n")}function baseOf({run:e,service:n,checked:t}){const i=t.flatMap(({checks:e})=>e).find(({id:e})=>e==="base")?.actual
const s=e.plan.images.find(e=>e.service===n.name)
return i??s?.base?.name??Object.values(s?.from??{})[0]}function environment({images:e}){const n=Object.entries(e[0]?.spec?.env??{})
if(n.length===0)return[]
return["Environment:",(0,o.Qj)(["variable","value"],n.map(([e,n])=>[(0,o.ti)(e),n===""?"":(0,o.ti)(n)]))]}function healthcheck({images:e}){const n=e[0]?.spec?.healthcheck
if(n===undefined)return[]
const{test:t,interval:i,timeout:r,startPeriod:a,retries:c}=n
const d=[i!==undefined&&`every ${(0,s.a3)(i)}`,r!==undefined&&`within ${(0,s.a3)(r)}`,a!==undefined&&`${(0,s.a3)(a)} to start`,c!==undefined&&`${c} tries`].filter(e=>e!==false)
return[`HEALTHCHECK: ${(0,o.ti)(t.slice(1).join(" "))}${d.length===0?"":` (${d.join(", ")})`}`]}function images_packages({images:e}){const n=e.find(e=>e.packages!==undefined)?.packages??[]
return n.length===0?[]:[`Python packages in the image: ${n.map(o.ti).join(", ")}`]}function images_layers({images:e}){const n=e[0]?.spec?.layers??[]
const t=n.filter(({by:e})=>e!==undefined)
if(t.length===0)return[]
const i=n.toSorted((e,n)=>n.size-e.size).slice(0,5)
return["Largest layers:",(0,o.Qj)(["size:","made by"],i.map(({size:e,by:n})=>[(0,s.Xq)(e),n===undefined?"":(0,o.ti)(n)]))]}function commandsSection(e,n){const{build:t,plan:i}=e
const s=new Map(i.images.map(e=>[e.service,e]))
const r=(0,o.Qj)(["image","Dockerfile","context","platforms","build arguments","tags"],n.map(e=>{const{service:n}=e
const t=s.get(n.name)
const r=[...Object.entries(t?.args??{}).map(([e,n])=>`${e}=${n}`),...t?.volatileArgs??[]]
const{immutable:a=[],floating:c=[]}=i.tags[n.name]??{}
return[(0,o.ti)(pullName(e)),(0,o.ti)(n.dockerfile),(0,o.ti)(n.context),n.platforms.join(", "),r.map(o.ti).join(" "),[...a,...c].map(o.ti).join(" ")]}))
const a=t?.command??[]
const c=t===undefined?"No build ran.":a.length===0?"Nothing was built, or each matrix job built its own part, so there is no single command.":"The build of all images, to repeat in the catalog's folder:"
return[c,...a.length===0?[]:[(0,o.DV)([quoted(a)])],"Its inputs for each image:",r].join("\n\n")}const quoted=e=>e.map(e=>/^[\w@%+=:,./-]+$/.test(e)?e:`'${e.replaceAll("'","'\\''")}'`).join(" ")
function deploymentSection(e,n){const{plan:t,publish:i,smoke:s}=e
const{name:r,subnet:a}=t.network
const c=`docker network create --driver bridge${a===undefined?"":` --subnet=${a}`} ${r}`
const d=n.flatMap(e=>{const n=healthAddress(e.service)
return n===undefined?[]:[[(0,o.p7)(e.service.title),(0,o.ti)(n),probeAnswer(e)]]})
const l=n.filter(({service:e})=>e.needs.length>0)
const u=new Set(n.map(({service:e})=>e.name))
const h=i?.services.filter(({service:e})=>u.has(e))??[]
const f=i===undefined?[]:(0,y.S)({...i,services:h})
const[p]=n
const m=[...new Set(n.flatMap(({service:e})=>e.platforms))]
const g=s===undefined?"not created in this run":`smoke created ${networkText(s.network)}`
const part=(e,n)=>n===""?[]:["",`### ${e}`,"",n]
return[`- **Network**: ${networkText(t.network)}; ${g}`,`- **Platforms**: ${m.join(", ")}`,...l.map(({service:e})=>`- **${(0,o.p7)(e.title)}** needs ${e.needs.map(o.ti).join(", ")}`),...t.externals.map(({name:e,image:n})=>`- **${(0,o.p7)(e)}** is not built here: ${(0,o.ti)(n)}`),...part("Network setup",(0,o.DV)([c])),...part("Health check endpoints",d.length===0?"":(0,o.Qj)(["service","address","answer"],d)),...part("Published, by digest",(0,o.DV)(f)),...part("Try it",p===undefined?"":(0,o.DV)(tryCommands(pullName(p),i?.composeFile)))].join("\n")}const networkText=({name:e,subnet:n})=>n===undefined?(0,o.ti)(e):`${(0,o.ti)(e)} (${n})`
function probeAnswer({smoked:e}){const[n]=e.flatMap(({probes:e})=>e.slice(0,1))
if(n!==undefined)return`${n.ok?"\u2705":"\u274c"} ${n.status??""} ${(0,o.p7)(n.error??"")}`.trim()
const t=e.some(e=>e.passedBefore!==undefined)
return t?"\u2705 this digest passed before":"\u2796 not probed in this run"}const tryCommands=(e,n)=>[`docker buildx imagetools inspect ${e}`,`docker pull ${e}`,...n===undefined?[]:["docker compose --file compose.yml up --detach --wait"],"lucid verify-host"]
var b=t(14142)
const j=100
function fixesSection(e,n,t){const i=e.history?.at(-1)
const s=i===undefined?"There is no earlier report to compare with.":`Since the report of ${i.at.slice(0,10)}, of commit ${(0,o.ti)(i.revision.slice(0,12))}.`
return[s,...list("Fixed",i===undefined?[]:[...recovered(i,t),...goneFindings(i,e)]),...list("Broken",i===undefined?[]:broken(i,t)),...list("What changed",changes(t)),...fixedByLint(e,n)].join("\n\n")}function list(e,n){if(n.length===0)return[]
const t=n.length-j
return[`**${e}**`,[...n.slice(0,j),...t>0?[`- ${t} more`]:[]].join("\n")]}function recovered(e,n){return n.flatMap(n=>{const{service:t,outcome:i}=n
const s=e.services[t]
if(s===undefined||(0,c.HN)(s)!=="red"||!(0,c.$L)(n))return[]
return[`- \u2705 ${(0,o.p7)(t)}: ${s.outcome} (${(0,o.p7)(s.problem??"unknown reason")}), now ${i}`]})}function broken(e,n){return n.flatMap(n=>{const{service:t,outcome:i,problem:s}=n
const r=e.services[t]
if(r===undefined||!(0,c.$L)(r)||(0,c.HN)(n)!=="red")return[]
return[`- \u274c ${(0,o.p7)(t)}: ${(0,o.p7)(s??i)}`]})}function goneFindings(e,{lint:n,plan:t}){if(n===undefined||e.findings===undefined)return[]
const i=new Set(t.selected)
if(!Object.keys(e.services).every(e=>i.has(e)))return[]
const s=new Set(n.findings.map(b.mC))
return e.findings.filter(e=>!s.has(e)).map(e=>`- \u2705 no longer found: ${(0,o.p7)(e)}`)}function changes(e){return e.flatMap(({service:e,decision:n,kept:t,why:i})=>n==="build"&&!t?[`- ${(0,o.p7)(e)}: ${(0,o.p7)(i)}`]:[])}function fixedByLint({lint:e},n){const t=e?.fixed
if(t===undefined||!t.written||t.files.length===0)return[]
const i=n.map(({service:e})=>e.dockerfile)
const order=e=>i.includes(e)?0:1
const r=t.files.toSorted((e,n)=>order(e.file)-order(n.file)).slice(0,20)
return[`**Fixed by \`lucid lint --fix\`: ${(0,s.LS)(t.findings,"finding")} in ${(0,s.LS)(t.files.length,"file")}**`,...r.map(({file:e,diff:n})=>(0,o.AU)((0,o.p7)(e),(0,o.DV)(n.split("\n"))))]}var M=t(57107)
const S={complete:"\u2705 complete","in progress":"\ud83d\udd04 in progress",pending:"\u23f3 pending"}
function progressSection(e){const n=(0,a.B)(e)
if(n===undefined)return e.plan.phases.length===0?"The catalog has no phases.":"Unknown: this run covered a part of the plan, and the registry could not be read for the rest."
const{phases:t,required:i,complete:s,percent:r}=n
return[`**${s} of ${i} images, ${r} %**`,(0,o.Qj)(["phase","category","required:","completed:","status"],[...t.map(e=>[`Phase ${(0,o.p7)(e.id)}`,(0,o.p7)(e.title),e.required,e.complete,S[e.status]]),["**total**","**all phases**",`**${i}**`,`**${s}**`,`**${r} % complete**`]])].join("\n\n")}function nextSection(e,n){const t=n.filter(e=>!(0,c.$L)(e))
const i=t.map(({service:e,outcome:n,problem:t})=>`- **${(0,o.p7)(e)}** (${n})${t===undefined?"":`: ${(0,o.p7)(t)}`}`)
const r=e.lint?.findings.filter(({severity:e})=>e!=="note")??[]
const a=(0,M.rK)(e.plan).map(o.p7)
const d=plannedByPhase(e)
return[...i.length===0?["Nothing is left to fix."]:["**To fix**",i.join("\n")],...r.length===0?[]:[`**To check**: ${(0,s.LS)(r.length,"lint finding")}, below.`],...a.length===0?[]:["**Remarks of the plan**",a.map(e=>`- ${e}`).join("\n")],...d.length===0?["Nothing else is planned."]:["**Still planned**",d.join("\n")]].join("\n\n")}function plannedByPhase({plan:e}){const n=e.phases.flatMap(({id:n,title:t})=>{const i=e.planned.filter(({phase:e})=>e===n)
if(i.length===0)return[]
const r=i.map(({title:e})=>(0,o.p7)(e)).join(", ")
return[`- Phase ${(0,o.p7)(n)}, ${(0,o.p7)(t)}: ${(0,s.LS)(i.length,"image")} (${r})`]})
const t=e.planned.filter(({phase:e})=>e===undefined)
return t.length===0?n:[...n,`- without a phase: ${t.map(({title:e})=>(0,o.p7)(e)).join(", ")}`]}function statistics(e,n,t){const i=t.filter(c.$L)
const r=t.filter(({buildMs:e})=>e!==undefined)
const a=n.flatMap(({images:e})=>e.filter(({outcome:e})=>e==="built"||e==="failed"))
const d=a.filter(({outcome:e})=>e==="built")
const l=n.filter(({images:e})=>e.filter(({digest:e})=>e!==undefined).length>1)
const u=t.reduce((e,{size:n=0})=>e+n,0)
const h=r.toSorted((e,n)=>(n.buildMs??0)-(e.buildMs??0))[0]
const group=e=>groupCell(e,n)
const share=(e,n)=>n===0?"-":`${e} of ${n}, ${Math.round(e/n*100)} %`
const tick=(e,n)=>n===0?"\u2796 none":e===n?"\u2705":"\u274c"
const f=[["Complete images",share(i.length,t.length),tick(i.length,t.length)],["Built in this run",`${r.length}, ${t.length-r.length} not`,""],["Successful builds",share(d.length,a.length),tick(d.length,a.length)],["Pushed and read back",...counted("Pushed, and read back from the registry",n)],["Distroless and security",...group("Distroless and security")],["Health",...group("Health")],["More than one platform",`${l.length} of ${t.length}`,l.length===0?"\u2796 the catalog asks for one":""],["Total size",u===0?"-":(0,s.Xq)(u),""],["Slowest build",h?.buildMs===undefined?"-":`${h.service}, ${(0,s.a3)(h.buildMs)}`,""],["Time of the run",e.durationMs===undefined?"-":(0,s.a3)(e.durationMs),""]]
return(0,o.Qj)(["metric","count","status"],f.map(e=>e.map(o.p7)))}function counted(e,n){const t=v.flatMap(({criteria:e})=>e).find(n=>n.title===e)
if(t===undefined)return["-",""]
const i=evaluateAll(t,n)
return[formatCounts(i),criterionMark(i)]}function groupCell(e,n){const t=(v.find(n=>n.title===e)?.criteria??[]).map(e=>evaluateAll(e,n)).filter(({met:e,failed:n,unchecked:t})=>e.length+n.length+t.length>0)
const i=t.filter(e=>criterionMark(e)==="\u2705").length
const s=t.some(e=>criterionMark(e)==="\u274c")
const o=i===t.length?"\u2705":s?"\u274c":"\u2796 not everything was checked"
return[`${i} of ${t.length} expectations`,t.length===0?"\u2796":o]}function imageStatistics(e,n){return(0,o.Qj)(["image","build time:","push time:","size:","layers:","platforms","ready after:","answers in:"],e.map(e=>{const{service:t,images:i}=e
const r=n.get(t.name)
const a=i.flatMap(({steps:e=[]})=>e.filter(({name:e,cached:n})=>/^exporting to image/.test(e)&&!n))
const ms=e=>e===undefined?"":(0,s.a3)(e)
return[(0,o.ti)(pullName(e)),ms(r?.buildMs),a.length===0?"":(0,s.a3)(a.reduce((e,{durationMs:n})=>e+n,0)),r?.size===undefined?"":(0,s.Xq)(r.size),r?.layers??"",i.filter(({digest:e})=>e!==undefined).map(({platform:e})=>e).join(", "),ms(r?.readyMs),ms(r?.latencyMs)]}))}function stageTable(e){const n=e.flatMap(({service:e,images:n})=>n.flatMap(({steps:n=[]})=>[...Map.groupBy(n,stageOf)].flatMap(([n,t])=>{if(n===undefined||t.every(({cached:e})=>e))return[]
const i=t.toSorted((e,n)=>n.durationMs-e.durationMs)[0]
const r=t.reduce((e,{durationMs:n})=>e+n,0)
const a=i===undefined?"":i.name.replace(/^\[[^\]]*\] /,"")
return[[(0,o.p7)(e.name),(0,o.ti)(n),t.length,(0,s.a3)(r),(0,o.ti)(a)]]})))
return n.length===0?"":(0,o.Qj)(["image","stage","steps:","took:","slowest step"],n)}const stageOf=({name:e})=>/^\[(\S+) \d+\/\d+\]/.exec(e)?.[1]
function completionReport(e,n){const t=(0,d.h)(e)
const i=e.plan.source.revision.slice(0,12)
const s=new Map(t.map(e=>[e.service,e]))
const o=new Map(e.plan.services.map(({name:e},n)=>[e,n]))
const r=collectEvidence(e).toSorted((e,n)=>(o.get(e.service.name)??0)-(o.get(n.service.name)??0))
const a=stageTable(r)
const c=[["Images",imageTable(r,s)],["Fixes",fixesSection(e,r,t)],["Build statistics",statistics(e,r,t)],["Image by image",imageStatistics(r,s)],...a===""?[]:[["Build stages",a]],["Commands executed",commandsSection(e,r)],["Verification",`\u2705 the check passed; \u274c it failed; \u2796 not everything was checked.\n\n${complianceSection(r)}`],["Specifications",r.map(e=>specification(e,s.get(e.service.name))).join("\n\n")],["Deployment",deploymentSection(e,r)],["Findings",findings(e)],["Progress of the plan",progressSection(e)],["Next steps",nextSection(e,t)]]
return[`# ${titleOf(e,r)}: completion report`,facts(e,t,n),...c.map(([e,n])=>`## ${e}\n\n${n}`),`---\n\n_Made by \`lucid report --completion\` on ${n} from the results of commit ${i}. Every tick is a check that ran._`].join("\n\n")}function titleOf({plan:e},n){const[t]=n
if(n.length===1&&t!==undefined)return(0,o.p7)(t.service.title)
const i=new Set(n.map(({service:e})=>e.phase))
const s=e.phases.find(({id:e})=>i.size===1&&i.has(e))
return s===undefined?(0,o.p7)(e.project):`Phase ${(0,o.p7)(s.id)} ${(0,o.p7)(s.title)}`}function facts(e,n,t){const{plan:i,build:s,smoke:d}=e
const{revision:l,committedAt:u,dirty:h}=i.source
const f=n.filter(c.$L)
const{healthy:p,tried:m}=(0,r.jE)(n)
const g=f.length===n.length&&n.length>0
const k=(0,a.B)(e)
const $=[...new Set(i.images.map(({platform:e})=>e))]
const v=[...new Set((s?.images??[]).flatMap(({runner:e})=>e??[]))]
const y=[...new Set(i.services.map(({image:e})=>e.split("/").slice(0,-1).join("/")))]
const w=[...new Set((d?.services??[]).flatMap(({architecture:e=[]})=>e))]
const b=w.length===0?"":` (reported by its processes: ${w.join(", ")})`
const j=[["Status",g?"\u2705 complete":`\u274c ${f.length} of ${n.length} complete`],["Summary",(0,o.p7)((0,r.Pl)(e,n))],["Date",t.slice(0,10)],["Commit",`${(0,o.ti)(l)} of ${u}${h?", with uncommitted changes":""}`],["Images",`${f.length} of ${n.length}`],["Healthy",m===0?"\u2796 none started in this run":`${p} of ${m}`],["Target architecture",$.join(", ")+b],["Registry",y.map(o.ti).join(", ")],["Built on",v.length===0?undefined:(0,o.p7)(v.join(", "))],["Workflow run",e.url],["Plan",k&&`${k.complete} of ${k.required}, ${k.percent} %`]]
return j.filter(([,e])=>e!==undefined).map(([e,n])=>`- **${e}**: ${n}`).join("\n")}function findings({lint:e}){if(e===undefined)return"\u2796 Lint did not run."
const n=(e.skipped??[]).map(({why:e})=>`- \u2796 not checked: ${(0,o.p7)(e)}`).join("\n")
if(e.findings.length===0)return["\u2705 No lint findings.",n].filter(Boolean).join("\n\n")
const t=e.findings.slice(0,200)
const r=e.findings.length-t.length
return[(0,o.Qj)(["severity","where","what","rule"],t.map(({severity:e,at:n,message:t,fix:s,code:r})=>[e,n===undefined?"":(0,o.ti)((0,i.j$)(n)),`${(0,o.p7)(t)}${s===undefined?"":`. Fix: ${(0,o.p7)(s)}`}`,(0,o.ti)(r)])),...r>0?[`${(0,s.LS)(r,"more finding")}.`]:[],...n===""?[]:[n]].join("\n\n")}})}
