export const id=282
export const ids=[282]
export const modules={5966:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{H:()=>failedChecks})
function failedChecks(checks){return checks.filter(({ok:ok,level:level})=>!ok&&level!=="warning")}},2117:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{u:()=>withVerification})
function withVerification(build,{images:images}){return{...build,images:build.images.map(row=>{const found=images.find(({service:service,platform:platform,digest:digest})=>service===row.service&&platform===row.platform&&digest!==undefined&&digest===row.digest)
return found===undefined?row:{...row,checks:found.checks,unchecked:found.unchecked}})}}},6008:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:file,line:line,column:column}){return[file,line,column].filter(part=>part!==undefined).join(":")}function formatProblem({at:at,message:message,why:why,fix:fix,code:code}){const where=at===undefined?"":`${formatLocation(at)}: `
const rest=[why,fix&&`fix: ${fix}`].filter(Boolean).map(line=>`\n    ${line}`)
return`${where}${message} [${code}]${rest.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(problems,options){const list=Array.isArray(problems)?problems:[problems]
super(list.map(formatProblem).join("\n"),options)
this.problems=list}}},2812:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const escapes=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const controls=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(text){return text.replace(escapes,"").replace(controls,found=>found.replace(/[^\t\n]/gu,""))}function harmless(text){return text.replace(escapes,"").replace(controls," ")}function harmlessLines(text){return text.split(/\r?\n/).map(line=>harmless(line).trimEnd())}},2563:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{E:()=>defaultOut,n:()=>cacheFolder})
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7598)
var node_os__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(8161)
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(6760)
function cacheFolder(env){return env.LUCID_CACHE||(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.XDG_CACHE_HOME||(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(),".cache"),"lucid-build-action")}function defaultOut(env,catalog){if(env.GITHUB_ACTIONS==="true"&&env.RUNNER_TEMP)return(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP,"lucid")
const hash=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(catalog).digest("hex").slice(0,8)
return(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cacheFolder(env),"out",`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(catalog))}-${hash}`)}},5005:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{T:()=>failedCheckLines,p:()=>verifyWords})
var _documents_build_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5966)
var _run_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5443)
var _words_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(9179)
function failedCheckLines(run){const advisory=new Set(run.plan.services.filter(({policy:policy})=>policy.verify==="advisory").map(({name:name})=>name))
const images=(0,_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(run)
const lines=images.flatMap(({service:service,platform:platform,checks:checks})=>{const several=images.filter(one=>one.service===service).length>1
const bad=checks.filter(({ok:ok})=>!ok)
const stops=new Set(advisory.has(service)?[]:(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(bad))
return bad.map(check=>({level:stops.has(check)?"error":"warning",text:`${service}${several?` ${platform}`:""} ${check.name}: ${check.actual}, not ${check.expected} [${check.id}]`}))})
return[...lines].sort((a,b)=>a.level<b.level?-1:a.level>b.level?1:0)}function verifyWords({images:images,layers:layers}){const checks=images.flatMap(image=>image.checks)
const count=(n,words)=>n===0?[]:[`${n} ${words}`]
const failed=(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(checks).length
const bad=checks.filter(({ok:ok})=>!ok).length
const parts=[(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.LS)(checks.length,"check"),...count(failed,"failed"),...count(bad-failed,bad-failed===1?"warning":"warnings"),...count(images.reduce((sum,{unchecked:unchecked})=>sum+unchecked.length,0),"not looked at")]
return`${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.LS)(images.length,"image")}: ${parts.join(", ")}; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.LS)(layers.read,"layer")} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.Ej)(layers.bytes)} read`}},4754:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{a:()=>estimateWords})
var _words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
const sources={times:"by earlier build times",sizes:"by image sizes",guess:"by guess: no build times are known yet"}
function estimateWords({matrix:matrix,jobEach:jobEach,by:by}){const saved=jobEach.jobs-matrix.jobs
const jobs=instead((0,_words_js__WEBPACK_IMPORTED_MODULE_0__.LS)(matrix.jobs,"job"),matrix.jobs,jobEach.jobs)
const wall=instead(`about ${minutes(matrix.wallSeconds)} min`,minutes(matrix.wallSeconds),minutes(jobEach.wallSeconds))
const billed=instead((0,_words_js__WEBPACK_IMPORTED_MODULE_0__.LS)(matrix.billedMinutes,"billed minute"),matrix.billedMinutes,jobEach.billedMinutes)
return`on GitHub ${jobs}${saved>0?` (${saved} saved)`:""}: ${wall}, ${billed}, ${sources[by]}`}const instead=(words,ours,theirs)=>ours===theirs?words:`${words} instead of ${theirs}`
const minutes=seconds=>Math.ceil(seconds/60)},6233:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{l:()=>inputsText})
var _harmless_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2812)
var _words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
function inputsText(inputs,title){const{service:service,platform:platform,dockerfile:dockerfile}=inputs
const lines=[title(`${service} (${platform}), ${dockerfile}`),...inputs.wholeContext.map(({reason:reason,line:line})=>`  all of the context counts: ${reason}${at(line)}`),...inputs.files.flatMap(({instruction:instruction,line:line,context:context,paths:paths})=>[`  ${instruction}${context===undefined?"":` (${context})`}${at(line)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.LS)(paths.length,"file")}`,...paths.map(path=>`    ${path}`)]),...inputs.images.map(({ref:ref,use:use,line:line,platform:on,pinned:pinned})=>{const bytes=pinned===undefined?"":` -> ${pinned}`
return`  ${use==="syntax"?"syntax":`${use} image`} ${ref} for ${on}${at(line)}${bytes}`}),...pairs("image of this catalog",inputs.catalogImages),...pairs("context",inputs.contexts),...inputs.urls.map(({url:url,line:line,pinned:pinned})=>`  ADD ${url}${at(line)}${pinned?"":", which may change unseen"}`),...pairs("argument",inputs.args),...list("argument that does not count",inputs.volatileArgs),...list("secret",inputs.secrets),...list("ssh",inputs.ssh)]
return lines.map(_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is).join("\n")}const at=line=>line===undefined?"":` at line ${line}`
function pairs(word,map){return Object.entries(map).map(([name,value])=>`  ${word} ${name} = ${value}`)}const list=(word,names)=>names.map(name=>`  ${word} ${name}`)},1993:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{h:()=>toRows})
var _documents_build_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5966)
var _run_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5443)
function toRows(run){const selected=new Set(run.plan.selected)
const order=run.plan.waves.flat().filter(name=>selected.has(name))
const services=new Map(run.plan.services.map(service=>[service.name,service]))
return order.flatMap(name=>{const service=services.get(name)
return service===undefined?[]:[toRow(run,service)]})}function toRow(run,service){const mine=list=>list?.filter(one=>one.service===service.name)??[]
const planned=mine(run.plan.images)
const built=mine(run.build?.images)
const checked=mine((0,_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(run))
const smoked=mine(run.smoke?.services)
const published=mine(run.publish?.services)[0]
const sizes=planned.flatMap(image=>{const size=built.find(({platform:platform})=>platform===image.platform)?.size
return size??(image.decision.kind==="unchanged"?image.decision.size:[])})
const layers=built.flatMap(image=>image.layers??[])
const buildMs=built.filter(({outcome:outcome})=>outcome==="built").map(({durationMs:durationMs})=>durationMs??0)
const[probe]=smoked.flatMap(({probes:probes})=>probes.slice(0,1))
const digest=published?.digest??built[0]?.digest??digestOf(planned[0])
const problem=firstProblem(planned,built,checked,smoked,published)
const{verdict:verdict,reason:reason,readyMs:readyMs,architecture:architecture}=worst(smoked)??{}
return{service:service.name,...service.phase!==undefined&&{phase:service.phase},decision:decisionOf(planned),why:whyKept(built)??whyOf(planned),outcome:outcomeOf(run,service,planned,built,checked,smoked,published),platforms:planned.map(({platform:platform})=>platform),...digest!==undefined&&{digest:digest},...sizes.length>0&&{size:sum(sizes)},...layers.length>0&&{layers:sum(layers)},...buildMs.length>0&&{buildMs:sum(buildMs)},...checksOf(checked),...verdict!==undefined&&{health:verdict},...reason!==undefined&&{healthNote:reason},...probe?.latencyMs!==undefined&&{latencyMs:probe.latencyMs},...readyMs!==undefined&&{readyMs:readyMs},...architecture!==undefined&&{architecture:architecture},tags:published?.tags.filter(({state:state})=>state!=="held"&&state!=="kept").map(({tag:tag})=>tag)??[],...problem!==undefined&&{problem:problem}}}function checksOf(checked){const all=checked.flatMap(({checks:checks})=>checks)
if(all.length===0)return{}
const bad=all.filter(({ok:ok})=>!ok)
const failed=(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(bad)
const names=list=>list.map(({name:name})=>name)
const warned=bad.filter(check=>!failed.includes(check))
return{checks:{passed:all.length-bad.length,failed:names(failed),warned:names(warned)}}}const sum=numbers=>numbers.reduce((total,one)=>total+one,0)
function digestOf(image){return image?.decision.kind==="unchanged"?image.decision.digest:undefined}function decisionOf(images){const kinds=new Set(images.map(({decision:decision})=>decision.kind))
return kinds.has("blocked")?"blocked":kinds.has("build")?"build":"unchanged"}function whyOf(images){const kind=decisionOf(images)
const details=images.filter(({decision:decision})=>decision.kind===kind).flatMap(({decision:decision})=>decision.reasons)
return[...new Set(details.map(({detail:detail})=>detail))].join("; ")}function whyKept(built){const reasons=built.map(({reason:reason})=>reason)
return reasons.every(reason=>reason!==undefined)?reasons[0]:undefined}const severity={healthy:0,skipped:1,unknown:2,unhealthy:3}
function worst(smoked){return[...smoked].sort((a,b)=>severity[b.verdict]-severity[a.verdict])[0]}function outcomeOf(run,{policy:policy},planned,built,checked,smoked,published){const buildOutcomes=new Set(built.map(({outcome:outcome})=>outcome))
if(buildOutcomes.has("failed")||planned.some(({decision:decision})=>decision.kind==="blocked"))return"failed"
if(buildOutcomes.has("cancelled"))return"cancelled"
if(buildOutcomes.has("skipped"))return"skipped"
if(policy.verify==="required"&&checked.some(({checks:checks})=>(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(checks).length>0))return"failed"
const verdicts=new Set(policy.smoke==="advisory"?[]:smoked.map(({verdict:verdict})=>verdict))
if(published!==undefined){if(published.outcome==="superseded")return"held"
if(published.outcome==="failed"||verdicts.has("unhealthy"))return"failed"
return published.tags.some(({state:state})=>state==="held")?"held":published.outcome}if(verdicts.has("unhealthy"))return"failed"
if(verdicts.has("unknown"))return"unknown"
if(run.build!==undefined)return built.length===0?"unknown":buildOutcomes.has("built")?"built":"unchanged"
return decisionOf(planned)==="unchanged"?"unchanged":"planned"}function firstProblem(planned,built,checked,smoked,published){for(const{decision:decision}of planned)if(decision.kind==="blocked")return decision.problems[0]?.message
const failedBuild=built.find(({error:error})=>error!==undefined)
if(failedBuild?.error)return failedBuild.error.message
const[failedCheck]=checked.flatMap(({checks:checks})=>(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(checks))
if(failedCheck)return`${failedCheck.name}: ${failedCheck.actual}, not ${failedCheck.expected}`
const failedSmoke=smoked.find(({verdict:verdict})=>verdict==="unhealthy"||verdict==="unknown")
if(failedSmoke)return failedSmoke.failure?.guess??failedSmoke.reason
if(published!==undefined&&published.outcome!=="published"&&published.outcome!=="unchanged")return published.reason
const held=published?.tags.find(({state:state})=>state==="held")
return held&&`${held.tag} held: ${held.why??published?.reason??""}`}},5443:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Q:()=>checkedImages,r:()=>isPlanAlone})
var _documents_verify_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2117)
function isPlanAlone({build:build,verify:verify,smoke:smoke,publish:publish}){return build===undefined&&verify===undefined&&smoke===undefined&&publish===undefined}function checkedImages({build:build,verify:verify}){if(build===undefined||verify===undefined)return build?.images??verify?.images??[]
return(0,_documents_verify_js__WEBPACK_IMPORTED_MODULE_0__.u)(build,verify).images}},9643:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{X5:()=>endpointOf,f7:()=>diagnosisText,zv:()=>smokeLines})
var _harmless_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2812)
var _words_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(9179)
function endpointOf({ref:ref,probes:probes,service:service}){const name=/([^/]+)@/.exec(ref)?.[1]??service
const port=probes.find(({port:asked})=>asked!==undefined)?.port
return port===undefined?name:`${name}:${port}`}const marks={healthy:"✓",unhealthy:"✗",unknown:"?",skipped:"-"}
function smokeLines({services:services,network:network,leftovers:leftovers=[]}){const tried=services.filter(({verdict:verdict})=>verdict!=="skipped")
if(tried.length===0)return[]
const several=new Set(tried.map(({platform:platform})=>platform)).size>1
const where=`network ${network.name}${network.subnet===undefined?"":` ${network.subnet}`}`
return[`${where} ✓${network.note===undefined?"":`: ${network.note}`}`,...tried.map(one=>{const told=one.verdict==="healthy"?wellWords(one):one.failure?.guess??one.reason??"no reason known"
return(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__.Is)(`${endpointOf(one)}${several?` ${one.platform}`:""} ${marks[one.verdict]} ${told}`.trimEnd())}),...leftovers.map(left=>`left behind, for the next run to remove: ${left}`)]}function wellWords({architecture:architecture,readyMs:readyMs,probes:probes,reason:reason}){const latency=probes[0]?.latencyMs
return[architecture,readyMs!==undefined&&`ready in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p0)(readyMs)}`,latency!==undefined&&`answers in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p0)(latency)}`,reason].filter(Boolean).join(", ")}function diagnosisText({service:service,platform:platform,ref:ref,failure:failure,needs:needs=[],probes:probes}){if(failure===undefined)return""
const{phase:phase,guess:guess,lastProbe:lastProbe,exitCode:exitCode,exitMeaning:exitMeaning,healthLog:healthLog=[],ports:ports=[],inspect:inspect,log:log}=failure
const section=(title,lines)=>lines.length===0?[]:["",title,...lines.map(line=>`  ${line}`)]
return[`${service} ${platform}: ${guess}`,`image       ${ref}`,`failed in   ${phase}`,...lastProbe===undefined?[]:[`last probe  ${lastProbe}`],...exitCode===undefined?[]:[`exit code   ${exitCode}${exitMeaning===undefined?"":` (${exitMeaning})`}`],...needs.length===0?[]:[`needs       ${needs.join(", ")}`],...section("probes",probes.map(({ok:ok,kind:kind,target:target,error:error})=>`${ok?"✓":"✗"} ${kind} ${target}${error===undefined?"":`: ${error}`}`)),...section("ports",ports.map(({container:container,published:published,listens:listens})=>[container,published===undefined?"not published":`published on ${published}`,...listens===undefined?[]:[listens==="nothing"?"nothing listens":`listens on ${listens}`]].join(", "))),...section("health log",healthLog.map(({exitCode:code,output:output})=>`exit ${code}${output===""?"":`: ${output}`}`)),...section("inspect",Object.entries(inspect??{}).map(([key,value])=>`${key}: ${value}`)),...section("log",log)].map(line=>(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__.Is)(line)).join("\n")}},70:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var _harmless_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2812)
var _words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
const service={title:"SERVICE",cell:({service:service})=>service}
const decision={title:"DECISION",cell:({decision:decision,outcome:outcome})=>outcome==="failed"?"✗ failed":decision}
const why={title:"WHY",cell:({why:why,problem:problem})=>problem??why}
const columnsOf={plan:[{...decision,cell:row=>row.decision==="blocked"?"✗ blocked":row.decision},service,why],run:[service,decision,{title:"DIGEST",cell:({digest:digest})=>digest===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.VK)(digest)},{title:"SIZE",right:true,cell:row=>row.size===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.Ej)(row.size)},{title:"BUILD",right:true,cell:({buildMs:buildMs})=>buildMs===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.p0)(buildMs)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:latencyMs})=>latencyMs===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.p0)(latencyMs)},why]}
function healthWord({health:health,architecture:architecture}){if(health==="healthy")return`✓ ${architecture??"healthy"}`
if(health==="unhealthy")return"✗ unhealthy"
return health==="unknown"?"? unknown":"-"}function checksWord({checks:checks}){if(checks===undefined)return"-"
const{passed:passed,failed:failed,warned:warned}=checks
const mark=failed.length>0?"✗":warned.length>0?"!":"✓"
const bad=failed.length+warned.length
return bad===0?`${mark} ${passed}`:`${mark} ${passed} of ${passed+bad}`}function textTable(rows,width=Number.POSITIVE_INFINITY,layout="run"){const columns=columnsOf[layout].filter(({cell:cell})=>rows.length===0||rows.some(row=>cell(row)!=="-"))
const cells=[columns.map(({title:title})=>title),...rows.map(row=>columns.map(({cell:cell})=>(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(cell(row))))]
const widths=columns.map((_,i)=>Math.max(...cells.map(line=>line[i]?.length??0)))
return cells.map(line=>{const text=line.map((cell,i)=>columns[i]?.right?cell.padStart(widths[i]??0):cell.padEnd(widths[i]??0)).join("  ").trimEnd()
return text.length>width?`${text.slice(0,Math.max(1,width-1))}…`:text}).join("\n")}},9179:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Ej:()=>size,LS:()=>plural,Pl:()=>headline,VK:()=>shortDigest,p0:()=>duration,p7:()=>markdownText})
function duration(ms){if(ms<999.5)return`${Math.round(ms)} ms`
if(ms<59950)return`${(ms/1e3).toFixed(1)} s`
const seconds=Math.round(ms/1e3)
return`${Math.floor(seconds/60)} min ${seconds%60} s`}function size(bytes){const units=["B","kB","MB","GB","TB"]
let value=bytes
let unit=0
while(value>=999.5&&unit<units.length-1){value/=1e3
unit+=1}return`${value>=100||unit===0?Math.round(value):value.toFixed(1)} ${units[unit]}`}function shortDigest(digest){return digest.replace(/^sha256:/,"").slice(0,12)}function plural(count,one,many=`${one}s`){return`${count} ${count===1?one:many}`}function headline(rows,durationMs){const smoked=rows.filter(({health:health})=>health==="healthy"||health==="unhealthy"||health==="unknown")
const healthy=smoked.filter(({health:health})=>health==="healthy").length
const count=(test,words)=>{const n=rows.filter(test).length
return n===0?[]:[`${n} ${words}`]}
const parts=[...rows.length===0?["nothing selected"]:[],...smoked.length>0?[`${healthy} of ${smoked.length} healthy`]:[],...count(({buildMs:buildMs})=>buildMs!==undefined,"built"),...count(({decision:decision,buildMs:buildMs,outcome:outcome})=>decision==="build"&&buildMs===undefined&&outcome==="planned","to build"),...count(({decision:decision})=>decision==="unchanged","unchanged"),...count(({outcome:outcome})=>outcome==="failed","failed"),...count(({outcome:outcome})=>outcome==="held","held"),...count(({outcome:outcome})=>outcome==="skipped","skipped"),...count(({outcome:outcome})=>outcome==="cancelled","cancelled"),...durationMs===undefined?[]:[duration(durationMs)]]
return parts.join(", ")}function markdownText(text){return text.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,all=>`${all.slice(0,-1)}&#46;`).trim()}}}
