export const id=4523
export const ids=[4523]
export const modules={32407:((e,t,n)=>{n.d(t,{Wb:()=>gitHubRepository,d7:()=>isApiError,o6:()=>openGitHub})
var r=n(77598)
var s=n(39893)
const o=120
const i=3
const a=[400,401,403,404,409,410,422,429,451]
async function openGitHub(e,{token:t,effort:c,signal:d,secondMs:l=1e3}){const{getOctokit:f}=await Promise.all([n.e(4119),n.e(1758)]).then(n.bind(n,11758))
const m={baseUrl:e.GITHUB_API_URL||"https://api.github.com",userAgent:"lucid-build-action",log:u,request:{...(0,s.s)({signal:d})}}
if(c==="brief")return f(t,m,wholeAnswers)
const{retry:p,throttling:h}=await Promise.all([n.e(8214),n.e(9800)]).then(n.bind(n,29800))
const isWorthIt=(e,t,n,r)=>e<=o&&r<i
return f(t,{...m,retry:{retries:i,doNotRetry:a,retryAfterBaseValue:l},throttle:{id:(0,r.randomUUID)(),retryAfterBaseValue:l,onRateLimit:isWorthIt,onSecondaryRateLimit:isWorthIt}},wholeAnswers,p,h)}const nothing=()=>undefined
const u={debug:nothing,info:nothing,warn:nothing,error:nothing}
function isApiError(e){return e instanceof Error&&typeof e.status==="number"}function wholeAnswers({hook:e}){e.after("request",(e,t)=>{const{status:n,headers:r,data:s}=e
if(n===204||!/json/.test(r["content-type"]??"")||typeof s!=="string")return
throw Object.assign(new Error("the response was cut off"),{status:502,request:t,response:e})})
e.error("request",e=>{if(!isApiError(e)||e.response===undefined)throw e
const{status:t,response:n}=e
const{headers:r}=n
const s=r["retry-after"]
const o=t===429||t===403&&s!==undefined
if(o&&r["x-ratelimit-remaining"]!=="0"&&!/secondary rate/i.test(e.message))e.message=`${e.message} (a secondary rate limit)`
if(s!==undefined&&!/^\d+$/.test(s))r["retry-after"]=String(Math.max(1,Math.ceil((Date.parse(s)-Date.now())/1e3))||60)
throw e})
return{}}function gitHubRepository(e){const[t,n]=(e.GITHUB_REPOSITORY??"").split("/")
return t&&n?{owner:t,repo:n}:undefined}}),3748:((e,t,n)=>{n.d(t,{Ql:()=>logMissingPermission,T9:()=>withPermissionErrors,a2:()=>describeRefusal})
var r=n(85465)
var s=n(32407)
async function withPermissionErrors(e,t,n){try{return await n()}catch(n){if(!(0,s.d7)(n))throw n
throw new r.yo(refusal(n,e,t),{cause:n})}}function logMissingPermission(e,t,n,r){if(!(0,s.d7)(e))throw e
const{code:o,message:i,fix:a}=refusal(e,t,n)
if(o==="github/permission"&&e.status===403)r(`${i}; ${a}`)}function describeRefusal(e,t,n){const{why:r=e.message,fix:s="run the job again"}=refusal(e,t,n)
return{why:r,fix:s}}function refusal({status:e,message:t,response:n},r,s){const o=n?.headers
const i=o===undefined?t:`GitHub responded with ${e}: ${t}`
const problem=(e,t,n)=>({...{code:e,message:`cannot ${r}: ${t}`,why:i,fix:n}})
if(o===undefined)return problem("github/unreachable","GitHub does not respond","run the job again")
if(e===401){const e="leave `github-token` out to use the token of the job, or give it one that has not expired"
return problem("github/token","the token is invalid",e)}if(e===429||o["x-ratelimit-remaining"]==="0"||/rate limit/i.test(t)){const e=`run the job again${formatRetryTime(o)}`
return problem("github/rate-limit","the token exceeded GitHub's rate limit",e)}if(e===403&&/not accessible/i.test(t)||e===404){const e=missingPermissions(o["x-accepted-github-permissions"],s)
const t=`add to the job, and to callers of its workflow: permissions: { ${e.join(", ")} }`
return problem("github/permission",`the token has no \`${e.join("`, `")}\``,t)}if(e===410){const e="enable issues in the settings of the repository, or leave `issue` out"
return problem("github/disabled","issues are disabled in this repository",e)}const a={message:`cannot ${r}`,why:i}
return e<500?{code:"github/refused",...a}:{code:"github/unreachable",...a,fix:"run the job again"}}function missingPermissions(e,t){const n=(e??"").split(";").map(e=>[...e.matchAll(/(?:^|,)\s*(\w+)\s*=\s*(\w+)\s*(?=,|$)/g)].map(([,e="",t])=>`${e.replaceAll("_","-")}: ${t}`))
const r=n.filter(e=>e.length>0)
return r.find(e=>e.includes(t))??r[0]??[t]}function formatRetryTime(e){const t=Number(e["retry-after"])
const n=Number(e["x-ratelimit-reset"])
if(t>0)return` after ${t} seconds`
return n>0?` after ${new Date(n*1e3).toISOString()}`:" later"}}),84523:((e,t,n)=>{n.d(t,{notify:()=>notify})
var r=n(32407)
var s=n(77598)
var o=n(39893)
function markKey(e,t,n){const r=(e.GITHUB_WORKFLOW_REF??e.GITHUB_WORKFLOW??"").replace(/@.*$/,"")
return(0,s.createHash)("sha256").update(JSON.stringify([r,t,n])).digest("hex").slice(0,16)}function runOrder(e){return{number:Number(e.GITHUB_RUN_NUMBER??0),attempt:Number(e.GITHUB_RUN_ATTEMPT??1)}}function isLater(e,t){return e.number===t.number?e.attempt>t.attempt:e.number>t.number}function writeMark({kind:e,key:t,run:n,state:r}){const s=r===undefined?"":` state ${r}`
return`\x3c!-- lucid-build-action ${e} ${t} run ${n.number}.${n.attempt}${s} --\x3e`}function readMark(e){const t=/^<!-- lucid-build-action (comment|issue) ([0-9a-f]{16}) run (\d{1,12})\.(\d{1,6})(?: state ([0-9a-z]{1,64}))? -->/.exec(e??"")
if(t===null)return undefined
const[,n,r="",s,i,a]=t
return{kind:n==="issue"?"issue":"comment",key:r,run:{number:Number(s),attempt:Number(i)},...(0,o.s)({state:a})}}async function ownAuthorMatcher(e,t){const n=t.startsWith("ghs_")?undefined:await loginOf(e)
return e=>n===undefined?e?.type==="Bot":e?.login===n}async function loginOf(e){try{return(await e.rest.users.getAuthenticated()).data.login}catch(e){if((0,r.d7)(e)&&(e.status===403||e.status===404))return undefined
throw e}}var i=n(46226)
async function createOnce(e,t,n=1e3){const s=new i.nO({...i.HK.gitHubCreate,firstMs:n})
for(;;)try{return await e()}catch(e){if(!(0,r.d7)(e)||e.status<500||!await s.wait())throw e
const n=await t()
if(n!==undefined)return n}}const a={request:{retries:0}}
var u=n(3748)
function upsertComment(e,t,{repository:n,number:r,mark:s,body:o},i){return(0,u.T9)("comment on the pull request","pull-requests: write",async()=>{const u=await ownAuthorMatcher(e,t)
const c=`${writeMark(s)}\n${o}`
const{createComment:d,listComments:l,updateComment:f}=e.rest.issues
const m={...n,issue_number:r}
const find=async()=>{const t=await e.paginate(l,{...m,per_page:100})
const n=t.flatMap(({id:e,html_url:t,user:n,body:r=""})=>{const o=readMark(r)
const i=u(n)&&o?.kind==="comment"&&o.key===s.key
return i?[{id:e,url:t,body:r,mark:o}]:[]})
return n.sort((e,t)=>e.id-t.id)}
const create=async()=>{const{data:e}=await d({...m,body:c,...a})
return{id:e.id,url:e.html_url,body:c,mark:s}}
let p=await find()
const h=p.length>0?undefined:await createOnce(create,async()=>(await find())[0],i)
if(h!==undefined)p=withComment(await find(),h)
const[b,...y]=p
if(b===undefined)throw new Error("the created comment is missing")
for(const{id:t}of y)await remove(e,n,t)
if(isLater(b.mark.run,s.run))return{kind:"newer",url:b.url}
if(b.body===c)return{kind:h===undefined?"unchanged":"created",url:b.url}
await f({...n,comment_id:b.id,body:c})
return{kind:"updated",url:b.url}})}function withComment(e,t){if(e.some(({id:e})=>e===t.id))return e
return[...e,t].sort((e,t)=>e.id-t.id)}async function remove(e,t,n){await e.rest.issues.deleteComment({...t,comment_id:n}).catch(e=>{if(!(0,r.d7)(e)||e.status!==404)throw e})}var c=n(85177)
function updateRunIssue(e,t,n,r){return(0,u.T9)("report the run in an issue","issues: write",async()=>{const s=await ownAuthorMatcher(e,t)
const find=()=>findIssues(e,n,s)
const o={github:e,issue:n,find:find,secondMs:r}
const i=await find()
const a=i.find(({mark:e})=>isLater(e.run,n.run))
if(a!==undefined)return{kind:"newer",url:a.url}
const u=i.filter(({isOpen:e})=>e)
if(n.status.kind==="well")return closeAll(o,u)
const[c,...d]=u
if(c===undefined)return openIssue(o,i)
for(const e of d)await closeDuplicate(o,e,c)
return reportFailure(o,c)})}async function findIssues(e,{repository:t,key:n,labels:[r]},s){const{listForRepo:i}=e.rest.issues
const a={...t,per_page:100,...(0,o.s)({labels:r})}
const[u,c]=await Promise.all([e.paginate(i,{...a,state:"open",sort:"created",direction:"asc"}),i({...a,state:"closed",sort:"updated",direction:"desc"}).then(({data:e})=>e)])
return[...u,...c].flatMap(({user:e,pull_request:t,body:r,number:o,html_url:i,state:a,state_reason:u})=>{const c=readMark(r)
if(t!==undefined||!s(e)||c?.kind!=="issue"||c.key!==n)return[]
return[{number:o,url:i,isOpen:a==="open",notPlanned:u==="not_planned",mark:c}]})}async function openIssue(e,t){const{github:n,issue:r,find:s,secondMs:o}=e
const i=t.find(({mark:e})=>e.state===stateOf(r.status))
if(i?.notPlanned)return{kind:"left",url:i.url}
if(i!==undefined){await comment(e,i)
await update(e,i,{body:bodyOf(r),state:"open"})
return{kind:"reopened",url:i.url}}const findOpen=async()=>(await s()).filter(({isOpen:e})=>e)
const create=async()=>{const{repository:e,title:t,labels:s}=r
const o={...e,title:t,body:bodyOf(r),labels:[...s]}
const{data:i}=await n.rest.issues.create({...o,...a})
return{number:i.number,url:i.html_url}}
const u=await createOnce(create,async()=>(await findOpen())[0],o)
const c=(await findOpen()).find(({number:e})=>e<u.number)
if(c===undefined)return{kind:"opened",url:u.url}
await closeDuplicate(e,u,c)
return reportFailure(e,c)}async function reportFailure(e,t){const{issue:n}=e
if(isLater(t.mark.run,n.run))return{kind:"newer",url:t.url}
const r=t.mark.state===stateOf(n.status)
if(!r)await comment(e,t)
await update(e,t,{body:bodyOf(n)})
return{kind:r?"kept":"commented",url:t.url}}async function closeAll(e,t){const{github:n,issue:r}=e
for(const s of t){await comment(e,s)
const{data:t}=await n.rest.issues.get({...r.repository,issue_number:s.number})
const o=(t.body??"").split("\n").slice(1).join("\n")
const i=`${markOf(r)}\n${o}`
await update(e,s,{body:i,state:"closed",state_reason:"completed"})}const[s]=t
return s===undefined?{kind:"none"}:{kind:"closed",url:s.url}}async function closeDuplicate(e,t,n){await comment(e,t,`Two runs opened an issue at the same time: see #${n.number}.`)
await update(e,t,{state:"closed",state_reason:"not_planned",body:"See the other one."})}async function comment({github:e,issue:{repository:t,status:n}},{number:r},s=n.body){await e.rest.issues.createComment({...t,issue_number:r,body:s,...a})}async function update({github:e,issue:t},{number:n},r){await e.rest.issues.update({...t.repository,issue_number:n,...r})}const stateOf=e=>e.kind==="failed"?e.id:e.kind
const markOf=({key:e,run:t,status:n})=>writeMark({kind:"issue",key:e,run:t,state:stateOf(n)})
const bodyOf=e=>`${markOf(e)}\n${e.status.body}`
var d=n(85465)
var l=n(65421)
var f=n(24280)
var m=n(74656)
var p=n(63691)
var h=n(81067)
var b=n(2343)
var y=n(57107)
var w=n(90657)
var g=n(12405)
var k=n(35771)
var v=n(35934)
var _=n(93713)
const $=6e4
const R=300
function pullRequestComment(e,t=$){const n=shortRows(e)
const[r,s]=[n.filter(e=>!isNews(e)),n.filter(isNews)]
return assemble(e,t,[headlineSection(e,n),(0,_.$0)(e),(0,_.XJ)(e),{rank:90,name:"table",variants:shorter(s,table)},github_comments_failures(e,n),(0,_.iC)(65,"failed checks",t=>(0,_.UC)(e,t)),(0,_.CM)(e),(0,_.iC)(40,"findings",t=>(0,b.QQ)(e.lint?.findings??[],t)),{rank:20,name:"unchanged services",variants:r.length===0?[]:shorter(r,e=>(0,k.AU)(`${e.length} unchanged`,table(e)))}])}function failureIssue(e,t=$){const n=shortRows(e)
const r=n.filter(e=>(0,p.HN)(e)==="red"||e.problem!==undefined)
return assemble(e,t,[headlineSection(e,n),(0,_.$0)(e),(0,_.XJ)(e),r.length===0?{rank:95,name:"cause",variants:[()=>(0,k.p7)((0,m.ZL)(e)??"Unknown reason.")]}:{rank:90,name:"table",variants:shorter(r,table)},github_comments_failures(e,n),(0,_.iC)(65,"failed checks",t=>(0,_.UC)(e,t))])}function recoveryComment(e){return`The run succeeded again.\n\n${assemble(e,$,[headlineSection(e,shortRows(e))])}`}function problemComment(e,t,n=$){const text=t=>()=>{const n=e.length-t
const r=e.slice(0,t).flatMap(e=>[...(0,d.Vw)(e).split("\n"),""])
return[(0,k.DV)(r.slice(0,-1)),...n>0?[`${n} more.`]:[]].join("\n\n")}
const r=`### \u274c ${(0,l.LS)(e.length,"problem")}`
const s=(0,g.W)([{rank:100,name:"headline",variants:[()=>r]},{rank:50,name:"problems",variants:[500,100,20,5,1].map(text)}],n,"The full text is in the log.")
return[s,...foot(undefined,t)].join("\n\n")}function assemble(e,t,n){const r=n.map(e=>({...e,variants:e.variants.map(e=>()=>(0,k.pU)(e()))}))
const s=(0,g.W)(r,t,"The full text is in the summary of the run.")
return[s,...foot((0,y.Hs)(e.plan.source),e.url)].join("\n\n")}function foot(e,t){const n=[...e===undefined?[]:[e],...t===undefined?[]:[`[run](${t})`]]
return n.length===0?[]:[`<sub>${n.join(" \xb7 ")}</sub>`]}function headlineSection(e,t){const n=`### ${(0,f.dM)(e,t)}`
return{rank:100,name:"headline",variants:[()=>n]}}function github_comments_failures(e,t){const n=[{logLines:30},{logLines:10},{logLines:3},{logLines:10,limit:10},{logLines:0,limit:20}]
return{rank:80,name:"failures",variants:n.map(n=>()=>(0,w.m)(e,t,n))}}function shorter(e,t){const n=e.toSorted((e,t)=>weight(t)-weight(e))
const first=e=>()=>(0,_.C)(n,e,t)
return n.length===0?[]:[first(n.length),first(200),first(50),first(15)]}function weight(e){const{outcome:t,problem:n}=e
if(t==="failed"||t==="blocked")return 3
return n!==undefined||(0,p.HN)(e)==="red"?2:t==="unchanged"?0:1}const isNews=e=>e.outcome!=="unchanged"||e.problem!==undefined||e.health==="healthy"
function table(e){return(0,k.Qj)(["service","outcome","why","size:","health"],e.map(e=>[`**${(0,k.p7)(e.service)}**`,(0,v.Bl)(e),(0,k.p7)(e.problem??e.why),(0,v.I9)(e),(0,v.Hu)(e)]))}function shortRows(e){return(0,h.h)(e).map(({problem:e,...t})=>({...t,why:cut(t.why),...e!==undefined&&{problem:cut(e)}}))}const cut=e=>e.length<=R?e:`${e.slice(0,R-1)}\u2026`
var O=n(22413)
var x=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var T=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
async function notify(e,t,n){const r={stack:[],error:void 0,hasError:false}
try{const s=(0,m.JF)(e.jobResults)
const o=t.kind==="done"&&s.length>0?{...t,run:{...t.run,jobs:s}}:t
if((0,m.mZ)(s))return{notifications:{},notes:["no comment and no issue: the run was cancelled"],problems:[]}
const i=await(0,c.pV)(n.env)
const a=eventOf(i,o)
const u=x(r,new O.x(n.progress).begin("GitHub","writing the comment or the issue"),false)
const d=await Promise.all([collectProblems(()=>commentOnPullRequest(e,o,{run:i,event:a},n)),collectProblems(()=>updateIssue(e,o,a,n))])
return{notifications:Object.assign({},...d.map(({notifications:e})=>e)),notes:d.flatMap(({notes:e})=>e),problems:d.flatMap(({problems:e})=>e)}}catch(e){r.error=e
r.hasError=true}finally{T(r)}}function eventOf(e,t){const[n]=e?.claims??[]
if(n?.event.kind==="pull_request"||t.kind==="broken")return n?.event
return e&&t.run.plan.source.event}async function collectProblems(e){const t={notifications:{},notes:[],problems:[]}
try{return{...t,...await e()}}catch(e){if(!(e instanceof d.yo))throw e
return{...t,problems:e.problems}}}async function commentOnPullRequest(e,t,{run:n,event:s},{env:o,signal:i}){const{comment:a,githubToken:u,catalog:l,reportName:f}=e
const m=(0,r.Wb)(o)
if(a==="false"||s?.kind!=="pull_request"||m===undefined)return{}
if(t.kind==="done"&&t.run.plan.source.event.kind==="commit")return{notes:["no comment: the pull request is not what is checked out"]}
if(s.number===undefined)return{notes:["no comment: GitHub does not say which pull request this is"]}
if(n?.readOnly)return{notes:["no comment: the pull request is from a fork, and its token is read-only"]}
if(u===undefined)return{notes:["no comment: `github-token` is blank"]}
const p=(0,c.Vp)(o)
const h=t.kind==="done"?pullRequestComment({...t.run,...(0,c.ut)(o)}):problemComment(t.problems,p)
const b={kind:"comment",key:markKey(o,l,f),run:runOrder(o)}
try{const e=await(0,r.o6)(o,{token:u,effort:"patient",signal:i})
const t=await upsertComment(e,u,{repository:m,number:s.number,mark:b,body:h})
return{notifications:{comment:t.url}}}catch(e){if(!(e instanceof d.yo))throw e
const t=a==="true"&&o.GITHUB_ACTOR!=="dependabot[bot]"
if(t)throw e
return{notes:e.problems.map(({message:e,fix:t})=>[e,t].filter(Boolean).join("; "))}}}async function updateIssue(e,t,n,{env:s,signal:o}){const{issue:i,issueTitle:a,issueLabels:u,githubToken:c,catalog:l,reportName:f}=e
const m=(0,r.Wb)(s)
if(!i||m===undefined)return{}
if(n?.kind==="pull_request")return{notes:["no issue: a pull request gets a comment"]}
const h=t.kind==="done"?(0,p.ZH)(t.run):(0,p.fy)(t.problems)
const b=runStatus(h,t,s)
if(b===undefined)return{notes:["no issue is opened or closed: the run did not finish"]}
if(c===undefined)throw new d.yo({code:"github/token",message:"`issue` needs a `github-token`",fix:"leave it out to use the job's token"})
const y=await(0,r.o6)(s,{token:c,effort:"patient",signal:o})
const w=oneLine(a??`${s.GITHUB_WORKFLOW??"Images"} fails`)
const g=await updateRunIssue(y,c,{...{repository:m,key:markKey(s,l,f),run:runOrder(s),title:w,labels:u,status:b}})
return{notifications:g.url===undefined?{}:{issue:g.url}}}function runStatus(e,t,n){const r=t.kind==="done"?{...t.run,...(0,c.ut)(n)}:undefined
switch(e.kind){case"planned":case"cancelled":return undefined
case"held":case"well":return r&&{kind:"well",body:recoveryComment(r)}
case"failed":{const s=t.kind==="broken"?problemComment(t.problems,(0,c.Vp)(n)):failureIssue(r??t.run)
return{kind:"failed",id:e.id,body:s}}default:return e}}const oneLine=e=>e.replace(/\s+/g," ").trim().slice(0,250)})}
