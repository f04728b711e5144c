export const id=5704
export const ids=[5704]
export const modules={32407:((e,n,t)=>{t.d(n,{_M:()=>repositoryOf,d7:()=>isApiError,o6:()=>openGitHub})
var r=t(77598)
const s=120
const o=3
const i=[400,401,403,404,409,410,422,429,451]
async function openGitHub(e,{token:n,effort:u,signal:c,secondMs:l=1e3}){const{getOctokit:d}=await Promise.all([t.e(4119),t.e(1758)]).then(t.bind(t,11758))
const f={baseUrl:e.GITHUB_API_URL||"https://api.github.com",userAgent:"lucid-build-action",log:a,request:{...c&&{signal:c}}}
if(u==="brief")return d(n,f,wholeAnswers)
const{retry:m,throttling:p}=await Promise.all([t.e(8214),t.e(9800)]).then(t.bind(t,29800))
const isWorthIt=(e,n,t,r)=>e<=s&&r<o
return d(n,{...f,retry:{retries:o,doNotRetry:i,retryAfterBaseValue:l},throttle:{id:(0,r.randomUUID)(),retryAfterBaseValue:l,onRateLimit:isWorthIt,onSecondaryRateLimit:isWorthIt}},wholeAnswers,m,p)}const nothing=()=>undefined
const a={debug:nothing,info:nothing,warn:nothing,error:nothing}
function isApiError(e){return e instanceof Error&&typeof e.status==="number"}function wholeAnswers({hook:e}){e.after("request",(e,n)=>{const{status:t,headers:r,data:s}=e
if(t===204||!/json/.test(r["content-type"]??"")||typeof s!=="string")return
throw Object.assign(new Error("the answer was cut off"),{status:502,request:n,response:e})})
e.error("request",e=>{if(!isApiError(e)||e.response===undefined)throw e
const{status:n,response:t}=e
const{headers:r}=t
const s=r["retry-after"]
const o=n===429||n===403&&s!==undefined
if(o&&r["x-ratelimit-remaining"]!=="0"&&!/secondary rate/i.test(e.message))e.message=`${e.message} (a secondary rate limit)`
if(s!==undefined&&!/^\d+$/.test(s))r["retry-after"]=String(Math.max(1,Math.ceil((Date.parse(s)-Date.now())/1e3))||60)
throw e})
return{}}function repositoryOf(e){const[n,t]=(e.GITHUB_REPOSITORY??"").split("/")
return n&&t?{owner:n,repo:t}:undefined}}),3748:((e,n,t)=>{t.d(n,{X:()=>tellPermission,o:()=>asking})
var r=t(85465)
var s=t(32407)
async function asking(e,n,t){try{return await t()}catch(t){if(!(0,s.d7)(t))throw t
throw new r.yo(refusal(t,e,n),{cause:t})}}function tellPermission(e,n,t,r){if(!(0,s.d7)(e))throw e
const{code:o,message:i,fix:a}=refusal(e,n,t)
if(o==="github/permission"&&e.status===403)r(`${i}; ${a}`)}function refusal({status:e,message:n,response:t},r,s){const o=`GitHub said ${e}: ${n}`
const i=t?.headers
if(i===undefined)return{code:"github/unreachable",message:`cannot ${r}: GitHub does not answer`,why:n,fix:"run the job again"}
if(e===401)return{code:"github/token",message:`cannot ${r}: the token is not valid`,why:o,fix:"leave `github-token` out for the job's own, or give it one that has not expired"}
if(e===429||i["x-ratelimit-remaining"]==="0"||/rate limit/i.test(n))return{code:"github/rate-limit",message:`cannot ${r}: the token has asked GitHub too often`,why:o,fix:`run the job again${untilWords(i)}`}
if(e===403&&/not accessible/i.test(n)||e===404)return permissionProblem(o,r,wanted(i["x-accepted-github-permissions"],s))
if(e===410)return{code:"github/disabled",message:`cannot ${r}: issues are switched off in this repository`,why:o,fix:"switch them on in the repository's settings, or leave `issue` out"}
if(e>=500)return{code:"github/unreachable",message:`cannot ${r}`,why:o,fix:"run the job again"}
return{code:"github/refused",message:`cannot ${r}`,why:o}}function permissionProblem(e,n,t){return{code:"github/permission",message:`cannot ${n}: the token has no \`${t.join("`, `")}\``,why:e,fix:`add to the job, and to whatever calls its workflow: permissions: { ${t.join(", ")} }`}}function wanted(e,n){const t=(e??"").split(";").map(e=>e.split(",").map(e=>/^\s*(\w+)\s*=\s*(\w+)\s*$/.exec(e)).flatMap(e=>e===null?[]:[`${e[1]?.replaceAll("_","-")}: ${e[2]}`]))
const r=t.filter(e=>e.length>0)
return r.find(e=>e.includes(n))??r[0]??[n]}function untilWords(e){const n=Number(e["retry-after"])
const t=Number(e["x-ratelimit-reset"])
if(n>0)return` after ${n} seconds`
return t>0?` after ${new Date(t*1e3).toISOString()}`:" later"}}),95704:((e,n,t)=>{t.d(n,{tell:()=>tell})
var r=t(32407)
var s=t(77598)
function markKey(e,n,t){const r=(e.GITHUB_WORKFLOW_REF??e.GITHUB_WORKFLOW??"").replace(/@.*$/,"")
return(0,s.createHash)("sha256").update(JSON.stringify([r,n,t])).digest("hex").slice(0,16)}function runOrder(e){return{number:Number(e.GITHUB_RUN_NUMBER??0),attempt:Number(e.GITHUB_RUN_ATTEMPT??1)}}function isLater(e,n){return e.number===n.number?e.attempt>n.attempt:e.number>n.number}function writeMark({kind:e,key:n,run:t,state:r}){return`\x3c!-- lucid-build-action ${e} ${n} run ${t.number}.${t.attempt}${r===undefined?"":` state ${r}`} --\x3e`}function readMark(e){const n=/^<!-- lucid-build-action (comment|issue) ([0-9a-f]{16}) run (\d{1,12})\.(\d{1,6})(?: state ([0-9a-z]{1,64}))? -->/.exec(e??"")
if(n===null)return undefined
const[,t,r="",s,o,i]=n
return{kind:t==="issue"?"issue":"comment",key:r,run:{number:Number(s),attempt:Number(o)},...i!==undefined&&{state:i}}}var o=t(58500)
const i=[1e3,4e3]
async function makeOnce(e,n,t=1e3){for(const s of i)try{return await e()}catch(e){if(!(0,r.d7)(e)||e.status<500)throw e
await(0,o.setTimeout)(s/1e3*t)
const i=await n()
if(i!==undefined)return i}return await e()}const a={request:{retries:0}}
async function ownAuthor(e,n){const t=n.startsWith("ghs_")?undefined:await loginOf(e)
return e=>t===undefined?e?.type==="Bot":e?.login===t}async function loginOf(e){try{return(await e.rest.users.getAuthenticated()).data.login}catch(e){if((0,r.d7)(e)&&(e.status===403||e.status===404))return undefined
throw e}}var u=t(3748)
function keepComment(e,n,{repository:t,number:r,mark:s,body:o},i){return(0,u.o)("comment on the pull request","pull-requests: write",async()=>{const a=await ownAuthor(e,n)
const u=`${writeMark(s)}\n${o}`
const find=async()=>{const{listComments:n}=e.rest.issues
const o=await e.paginate(n,{...t,issue_number:r,per_page:100})
return o.filter(({user:e})=>a(e)).flatMap(({id:e,html_url:n,body:t=""})=>{const r=readMark(t)
return r?.kind==="comment"&&r.key===s.key?[{id:e,url:n,body:t,mark:r}]:[]}).sort((e,n)=>e.id-n.id)}
const c=await find()
const l=c.length>0?undefined:await create(e,{repository:t,number:r,text:u,find:find},i)
const d=l===undefined?c:withMade(await find(),{...l,body:u,mark:s})
const[f,...m]=d
if(f===undefined)throw new Error("a comment that was made is nowhere")
for(const{id:n}of m)await remove(e,t,n)
if(isLater(f.mark.run,s.run))return{kind:"newer",url:f.url}
if(f.body===u)return{kind:l===undefined?"unchanged":"created",url:f.url}
await e.rest.issues.updateComment({...t,comment_id:f.id,body:u})
return{kind:"updated",url:f.url}})}function create(e,{repository:n,number:t,text:r,find:s},o){return makeOnce(async()=>{const{data:s}=await e.rest.issues.createComment({...n,issue_number:t,body:r,...a})
return{id:s.id,url:s.html_url}},async()=>(await s())[0],o)}function withMade(e,n){return e.some(({id:e})=>e===n.id)?e:[...e,n].sort((e,n)=>e.id-n.id)}async function remove(e,n,t){await e.rest.issues.deleteComment({...n,comment_id:t}).catch(e=>{if(!(0,r.d7)(e)||e.status!==404)throw e})}var c=t(85177)
const l="well"
function keepIssue(e,n,t,r){return(0,u.o)("tell of the run in an issue","issues: write",async()=>{const s=await ownAuthor(e,n)
const find=()=>findIssues(e,t,s)
const o=await find()
const i=o.find(({mark:e})=>isLater(e.run,t.run))
if(i!==undefined)return{kind:"newer",url:i.url}
const a=o.filter(({isOpen:e})=>e)
if(t.news.kind==="well")return recover(e,t,a)
const[u,...c]=a
if(u===undefined)return openOne(e,t,o,find,r)
for(const n of c)await closeDouble(e,t,n,u)
return tellMore(e,t,u)})}async function findIssues(e,{repository:n,key:t,labels:[r]},s){const{listForRepo:o}=e.rest.issues
const i={...n,per_page:100,...r!==undefined&&{labels:r}}
const[a,u]=await Promise.all([e.paginate(o,{...i,state:"open",sort:"created",direction:"asc"}),o({...i,state:"closed",sort:"updated",direction:"desc"}).then(({data:e})=>e)])
return[...a,...u].flatMap(({user:e,pull_request:n,body:r,number:o,html_url:i,state:a,state_reason:u})=>{const c=readMark(r)
if(n!==undefined||!s(e)||c?.kind!=="issue"||c.key!==t)return[]
return[{number:o,url:i,isOpen:a==="open",notPlanned:u==="not_planned",mark:c}]})}async function openOne(e,n,t,r,s){const o=t.find(({mark:e})=>e.state===stateOf(n.news))
if(o?.notPlanned)return{kind:"left",url:o.url}
if(o!==undefined){await comment(e,n,o)
await update(e,n,o,{state:"open"})
return{kind:"reopened",url:o.url}}const{repository:i,title:u,labels:c}=n
const openNow=async()=>(await r()).filter(({isOpen:e})=>e)
const l=await makeOnce(async()=>{const t=bodyOf(n)
const{data:r}=await e.rest.issues.create({...i,title:u,body:t,labels:[...c],...a})
return{number:r.number,url:r.html_url}},async()=>(await openNow())[0],s)
const d=(await openNow()).find(({number:e})=>e<l.number)
if(d===undefined)return{kind:"opened",url:l.url}
await closeDouble(e,n,l,d)
return tellMore(e,n,d)}async function tellMore(e,n,t){if(isLater(t.mark.run,n.run))return{kind:"newer",url:t.url}
const r=t.mark.state===stateOf(n.news)
if(!r)await comment(e,n,t)
await update(e,n,t,{})
return{kind:r?"kept":"commented",url:t.url}}async function recover(e,n,t){for(const r of t){await comment(e,n,r)
const{data:t}=await e.rest.issues.get({...n.repository,issue_number:r.number})
const s=(t.body??"").split("\n").slice(1).join("\n")
await e.rest.issues.update({...n.repository,issue_number:r.number,body:`${markOf(n)}\n${s}`,state:"closed",state_reason:"completed"})}const[r]=t
return r===undefined?{kind:"none"}:{kind:"closed",url:r.url}}async function closeDouble(e,{repository:n},t,r){const s={...n,issue_number:t.number}
await e.rest.issues.createComment({...s,body:`Two runs opened an issue at the same moment: see #${r.number}.`,...a})
await e.rest.issues.update({...s,state:"closed",state_reason:"not_planned",body:"See the other one."})}async function comment(e,{repository:n,news:t},{number:r}){await e.rest.issues.createComment({...n,issue_number:r,body:t.body,...a})}async function update(e,n,{number:t},r){await e.rest.issues.update({...n.repository,issue_number:t,body:bodyOf(n),...r})}const stateOf=e=>e.kind==="failed"?e.id:l
const markOf=({key:e,run:n,news:t})=>writeMark({kind:"issue",key:e,run:n,state:stateOf(t)})
const bodyOf=e=>`${markOf(e)}\n${e.news.body}`
var d=t(52991)
var f=t(85465)
var m=t(65421)
var p=t(24280)
var h=t(83386)
var b=t(84919)
var w=t(63691)
var y=t(40414)
var g=t(95305)
const k="\u200b"
function quiet(e){return e.split("\n").map(e=>e.startsWith("    ")?e:still(e)).join("\n")}function still(e){return e.replace(/@(?=[\p{L}\p{N}_-])/gu,`@${k}`).replace(/(?<!&)#(?=\p{N})/gu,`#${k}`).replace(/\bGH-(?=\p{N})/giu,e=>`${e.slice(0,-1)}${k}-`).replaceAll("$","&#36;")}var v=t(90657)
var $=t(29387)
var _=t(35771)
var O=t(35934)
var x=t(55087)
const E=6e4
const M=300
function pullRequestComment(e,n=E){const t=shortRows(e)
const[r,s]=[t.filter(e=>!isNews(e)),t.filter(isNews)]
return assemble(e,n,[headlineSection(e,t),(0,x.$0)(e),(0,x.XJ)(e),{rank:90,name:"table",tellings:shorter(s,table)},comment_failures(e,t),(0,x.KE)(65,"failed checks",n=>(0,x.UC)(e,n)),(0,x.CM)(e),(0,x.KE)(40,"findings",n=>(0,y.QQ)(e.lint?.findings??[],n)),{rank:20,name:"unchanged services",tellings:r.length===0?[]:shorter(r,e=>(0,_.AU)(`${e.length} unchanged`,table(e)))}])}function failureIssue(e,n=E){const t=shortRows(e)
const r=t.filter(e=>(0,w.HN)(e)==="red"||e.problem!==undefined)
return assemble(e,n,[headlineSection(e,t),(0,x.$0)(e),(0,x.XJ)(e),r.length===0?{rank:95,name:"cause",tellings:[()=>(0,_.p7)((0,h.Lo)(e)??"No reason is known.")]}:{rank:90,name:"table",tellings:shorter(r,table)},comment_failures(e,t),(0,x.KE)(65,"failed checks",n=>(0,x.UC)(e,n))])}function recoveryComment(e){return`All is well again.\n\n${assemble(e,E,[headlineSection(e,shortRows(e))])}`}function problemText(e,n,t=E){const text=n=>()=>{const t=e.length-n
const r=e.slice(0,n).flatMap(e=>[...(0,f.Vw)(e).split("\n"),""])
return[(0,_.DV)(r.slice(0,-1)),...t>0?[`${t} more.`]:[]].join("\n\n")}
const r=`### \u274c ${(0,m.LS)(e.length,"problem")}`
const s=(0,$.U)([{rank:100,name:"headline",tellings:[()=>r]},{rank:50,name:"problems",tellings:[500,100,20,5,1].map(text)}],t,"The whole of it is in the log.")
return[s,...foot(undefined,n)].join("\n\n")}function assemble(e,n,t){const r=t.map(e=>({...e,tellings:e.tellings.map(e=>()=>quiet(e()))}))
const s=(0,$.U)(r,n,"The whole of it is in the summary of the run.")
return[s,...foot((0,g.x)(e.plan.source),e.url)].join("\n\n")}function foot(e,n){const t=[...e===undefined?[]:[e],...n===undefined?[]:[`[run](${n})`]]
return t.length===0?[]:[`<sub>${t.join(" \xb7 ")}</sub>`]}function headlineSection(e,n){const t=`### ${(0,p.dM)(e,n)}`
return{rank:100,name:"headline",tellings:[()=>t]}}function comment_failures(e,n){const t=[{logLines:30},{logLines:10},{logLines:3},{logLines:10,most:10},{logLines:0,most:20}]
return{rank:80,name:"failures",tellings:t.map(t=>()=>(0,v.m)(e,n,t))}}function shorter(e,n){const t=e.toSorted((e,n)=>weight(n)-weight(e))
const first=e=>()=>{const r=t.length-e
return r<=0?n(t):`${n(t.slice(0,e))}\n\n${(0,m.LS)(r,"more service")}.`}
return t.length===0?[]:[first(t.length),first(200),first(50),first(15)]}function weight(e){const{outcome:n,problem:t}=e
if(n==="failed"||n==="blocked")return 3
return t!==undefined||(0,w.HN)(e)==="red"?2:n==="unchanged"?0:1}const isNews=e=>e.outcome!=="unchanged"||e.problem!==undefined||e.health==="healthy"
function table(e){return(0,_.Qj)(["service","outcome","why","size:","health"],e.map(e=>[`**${(0,_.p7)(e.service)}**`,(0,O.Bl)(e),(0,_.p7)(e.problem??e.why),(0,O.I9)(e),(0,O.Hu)(e)]))}function shortRows(e){return(0,b.h)(e).map(({problem:e,...n})=>({...n,why:cut(n.why),...e!==undefined&&{problem:cut(e)}}))}const cut=e=>e.length<=M?e:`${e.slice(0,M-1)}\u2026`
var T=t(95538)
var j=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,s
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var R=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
async function tell(e,n,t){const r={stack:[],error:void 0,hasError:false}
try{const s=(0,h.JF)(e.jobResults)
const o=n.kind==="done"&&s.length>0?{...n,run:{...n.run,jobs:s}}:n
if((0,h.mZ)(s))return{told:{},notes:["no comment and no issue: the run was cancelled"],problems:[]}
const i=await(0,c.p)(t.env)
const a=eventOf(i,o)
const u=j(r,new T.d(t.progress).begin("GitHub","writing the comment or the issue"),false)
const l=await Promise.all([collected(()=>tellPullRequest(e,o,{run:i,event:a},t)),collected(()=>tellIssue(e,o,a,t))])
return{told:Object.assign({},...l.map(({told:e})=>e)),notes:l.flatMap(({notes:e})=>e),problems:l.flatMap(({problems:e})=>e)}}catch(e){r.error=e
r.hasError=true}finally{R(r)}}function eventOf(e,n){const[t]=e?.claims??[]
if(t?.event.kind==="pull_request"||n.kind==="broken")return t?.event
return e&&n.run.plan.source.event}async function collected(e){const n={told:{},notes:[],problems:[]}
try{return{...n,...await e()}}catch(e){if(!(e instanceof f.yo))throw e
return{...n,problems:e.problems}}}async function tellPullRequest(e,n,{run:t,event:s},{env:o,signal:i}){const{comment:a,githubToken:u,catalog:c,reportName:l}=e
const m=(0,r._M)(o)
if(a==="false"||s?.kind!=="pull_request"||m===undefined)return{}
if(n.kind==="done"&&n.run.plan.source.event.kind==="commit")return{notes:["no comment: what is checked out is not the pull request"]}
if(s.number===undefined)return{notes:["no comment: GitHub does not say which pull request this is"]}
if(t?.readOnly)return{notes:["no comment: the pull request is from a fork, whose token may only read"]}
if(u===undefined)return{notes:["no comment: `github-token` is blank"]}
const p=(0,d.V)(o)
const h=n.kind==="done"?pullRequestComment({...n.run,...(0,d.$)(o)}):problemText(n.problems,p)
const b={kind:"comment",key:markKey(o,c,l),run:runOrder(o)}
try{const e=await(0,r.o6)(o,{token:u,effort:"patient",signal:i})
const n=await keepComment(e,u,{repository:m,number:s.number,mark:b,body:h})
return{told:{comment:n.url}}}catch(e){if(!(e instanceof f.yo))throw e
const n=a==="true"&&o.GITHUB_ACTOR!=="dependabot[bot]"
if(n)throw e
return{notes:e.problems.map(({message:e,fix:n})=>[e,n].filter(Boolean).join("; "))}}}async function tellIssue(e,n,t,{env:s,signal:o}){const{issue:i,issueTitle:a,issueLabels:u,githubToken:c,catalog:l,reportName:d}=e
const m=(0,r._M)(s)
if(!i||m===undefined)return{}
if(t?.kind==="pull_request")return{notes:["no issue: this is a pull request, which has its comment"]}
const p=n.kind==="done"?(0,w.ZH)(n.run):(0,w.fy)(n.problems)
const h=newsOf(p,n,s)
if(h===undefined)return{notes:["no issue is opened or closed: the run was not brought to its end"]}
if(c===undefined)throw new f.yo({code:"github/token",message:"`issue` needs a `github-token`",fix:"leave it out for the job's own"})
const b=await(0,r.o6)(s,{token:c,effort:"patient",signal:o})
const y=oneLine(a??`${s.GITHUB_WORKFLOW??"Images"} fails`)
const g=await keepIssue(b,c,{...{repository:m,key:markKey(s,l,d),run:runOrder(s),title:y,labels:u,news:h}})
return{told:g.url===undefined?{}:{issue:g.url}}}function newsOf(e,n,t){const r=n.kind==="done"?{...n.run,...(0,d.$)(t)}:undefined
switch(e.kind){case"planned":case"cancelled":return undefined
case"held":case"well":return r&&{kind:"well",body:recoveryComment(r)}
case"failed":{const s=n.kind==="broken"?problemText(n.problems,(0,d.V)(t)):failureIssue(r??n.run)
return{kind:"failed",id:e.id,body:s}}default:return e}}const oneLine=e=>e.replace(/\s+/g," ").trim().slice(0,250)})}
