export const id=888
export const ids=[888]
export const modules={4888:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{reportPage:()=>reportPage})
var n,preact_t,r,u,i,f,o,preact_e,l,c,a,s,h=Symbol.for("pv"),p={},y=[],v=/^m(i|n|o|s|text|space)$/,w=Array.isArray,d=y.slice,_=Object.assign
function g(n){n&&n.parentNode&&n.remove()}function k(n,t,r){var u,i,f,o={},e=arguments.length
for(f in t)"key"==f?u=t[f]:"ref"==f&&"function"!=typeof n?i=t[f]:o[f]=t[f]
return e>2&&(o.children=e>3?d.call(arguments,2):r),m(n,o,u,i,null)}function b(n,t,r){var u,i,f,o=_({},n.props),e=arguments.length
for(f in t)"key"==f?u=t[f]:"ref"==f&&"function"!=typeof n.type?i=t[f]:o[f]=t[f]
return e>2&&(o.children=e>3?d.call(arguments,2):r),m(n.type,o,void 0!==u?u:n.key,void 0!==i?i:n.ref,null)}function m(r,u,i,f,o){var e={type:r,props:u,key:i,ref:f,__k:null,__:null,__b:0,__e:null,__c:null,constructor:h,__v:o||++preact_t,__i:-1,__u:0}
return!o&&n.vnode&&n.vnode(e),e}function M(){return{current:null}}function $(n){return n.children}function x(n,t){this.props=n,this.context=t,this.__g=0}function S(n,t){if(null==t)return n.__&&S(n.__,n.__i+1)
for(var r;t<n.__k.length;t++)if((r=n.__k[t])&&r.__e)return r.__e
return"function"!=typeof n.type||n.props.__P?null:S(n)}function C(t){var r,u=t.__v,i=u.__e,f=[],o=[],e=t.__P
e&&((r=_({constructor:h},u)).__v=u.__v+1,n.vnode&&n.vnode(r),z(e,r,u,t.__n,e.namespaceURI,32&u.__u?[i]:null,f,i||S(u),32&u.__u,o),r.__v=u.__v,r.__.__k[r.__i]=r,E(f,r,o),u.__=u.__e=null,r.__e!=i&&j(r))}function j(n){if((n=n.__)&&n.__c&&!n.props.__P)return n.__e=null,n.__k.some(function(t){return t&&(n.__e=t.__e)}),j(n)}function L(t){(8&t.__g||(t.__g|=8,u.push(t),f++))&&i==n.debounceRendering||((i=n.debounceRendering)||queueMicrotask)(H)}function H(){try{for(var n,t=1;u.length;)u.length>t&&u.sort(o),n=u.shift(),t=u.length,8&n.__g&&C(n)}finally{(f=u.length)&&(i||queueMicrotask)(H)}}function I(n,t,r,u,i,f,o,e,l,c,a){var s,h,v,w,d,_,g=u.__k||y,k=t.length
for(l=q(r,t,g,l,k),s=0;s<k;s++)null!=(v=r.__k[s])&&(h=~v.__i&&g[v.__i]||p,v.__i=s,_=z(n,v,h,i,f,o,e,l,c,a),w=v.__e,(h.ref!=v.ref||8&h.__u)&&(h.ref&&G(h.ref,null,v,h),v.ref&&a.push(v.ref,v.__c||w,v)),d=d||w,4&v.__u?(l=A(v,l,n,!h.__v),h.__e&&(h.__e=null)):"function"==typeof v.type&&void 0!==_?l=_:w&&(l=w.nextSibling),v.__u&=-21)
return r.__e=d,l}function q(n,t,r,u,i){var f,o,e,l,c,a,s,p,y,v=r.length,d=v,_=0,g=0,k=n.__k=Array(i)
for(f=0;f<i;f++)null!=(o=t[f])&&"boolean"!=typeof o&&"function"!=typeof o?("object"!=typeof o||o.constructor===String?o=k[f]=m(null,o):w(o)?o=k[f]=m($,{children:o}):o.constructor===h&&o.__b?o=k[f]=m(o.type,o.props,o.key,o.ref,o.__v):k[f]=o,l=f+_,o.__=n,o.__b=n.__b+1,e=null,~(c=o.__i=P(o,r,l,d))&&(d--,(e=r[c])&&(e.__u|=2)),e&&e.__v?(o.__u|=16,c==l-1?_--:c==l+1?_++:c!=l&&(c>l?_--:_++,g=1)):(~c||(i>v?_--:i<v&&_++),"function"!=typeof o.type&&(o.__u|=4))):k[f]=null
if(g){for(a=[],s=[],f=0;f<i;f++)if((o=k[f])&&16&o.__u){for(_=0,p=a.length;_<p;)a[y=_+p>>1]<o.__i?_=y+1:p=y
a[_]=o.__i,s[f]=_+1}for(_=a.length;f--;)s[f]&&(s[f]==_?_--:k[f].__u|=4)}if(d)for(f=0;f<v;f++)!(e=r[f])||2&e.__u||(e.__e==u&&(u=S(e)),J(e,e))
return u}function A(n,t,r,u){var i,f,o,e
if("function"==typeof n.type){if(n.props.__P)return t
if(i=n.__k)for(f=0;f<i.length;f++)i[f]&&(i[f].__=n,t=A(i[f],t,r,!1))
return t}for(t&&!t.parentNode&&(t=S(n))&&!t.parentNode&&(t=null),o=n.__e,e=t;e&&8==e.nodeType;)e=e.nextSibling
for(o!=e&&(!u&&r.moveBefore&&o.parentNode?r.moveBefore(o,t):r.insertBefore(o,t||null)),t=o;(t=t&&t.nextSibling)&&8==t.nodeType&&!t.data.startsWith("$s"););return t}function O(n,t){return t=t||[],null!=n&&"boolean"!=typeof n&&(w(n)?n.some(function(n){O(n,t)}):t.push(n)),t}function P(n,t,r,u){var i,f=n.key,o=n.type,e=t[r],l=e&&!(2&e.__u)
if(null===e&&null==f||l&&f==e.key&&o==e.type)return r
if(u>(l?1:0)){for(i=r-1;i>=0;i--)if((e=t[i])&&!(2&e.__u)&&f==e.key&&o==e.type)return i
for(i=r+1;i<t.length;i++)if((e=t[i])&&!(2&e.__u)&&f==e.key&&o==e.type)return i}return-1}function T(n,t,r){null==r&&(r=""),"-"==t[0]?n.setProperty(t,r):n[t]=r}function N(n,t,r,u,i){var f,o
if("style"==t)if("string"==typeof r)n.style.cssText=r
else{if("string"==typeof u&&(n.style.cssText=u=""),u)for(t in u)r&&t in r||T(n.style,t)
if(r)for(t in r)u&&r[t]==u[t]||T(n.style,t,r[t])}else if("o"==t[0]&&"n"==t[1])"function"!=typeof r&&(r=null),"function"!=typeof u&&(u=null),(n.__e||(n.__e={}))[t]=r,r&&u||(o=a[t]||(a[t]=V(t)),(n.__a||(n.__a={}))[t]=c,f=t!=(t=t.replace(l,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),r?n.addEventListener(t,o,f):n.removeEventListener(t,o,f))
else{if("http://www.w3.org/2000/svg"==i)t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s")
else if("width"!=t&&"height"!=t&&"href"!=t&&"list"!=t&&"form"!=t&&"tabIndex"!=t&&"download"!=t&&"rowSpan"!=t&&"colSpan"!=t&&"role"!=t&&"popover"!=t&&t in n)try{return void(n[t]=null==r?"":r)}catch(n){}if("function"==typeof r)return
null==r||!1===r&&"-"!=t[4]?n.removeAttribute(t):n.setAttribute(t,"popover"==t&&1==r?"":r)}}function V(t){return function(r){var u=this.__e
if(u){if(u=u[t],null==r[preact_e])r[preact_e]=c++
else if(r[preact_e]<this.__a[t])return
return u(n.event?n.event(r):r)}}}function z(t,r,u,i,f,o,e,l,c,a){var s,p,v,d,k,b,m,M,C,j,L,H,q,A,O,P,T,N,V=r.type
if(r.constructor!==h)return null
128&u.__u&&(c=32&u.__u,s=u.__c.__z)&&(r.__u|=c,p=o=[],8==s.nodeType?l=B(s,o):o.push(s),l=o[0]||l),(s=n.__b)&&s(r)
n:if("function"==typeof V){v=e.length
try{if(M=r.props,C=(s=V.prototype)&&s.render,j=(s=V.contextType)&&i[s.__c],L=s?j?j.props.value:s.__:i,(d=u.__c)?(r.__c=d,2&d.__g&&(d.__g|=1)):(C?r.__c=d=new V(M,L):(r.__c=d=new x(M,L),d.constructor=V,d.render=K),j&&j.sub(d),d.state||(d.state={}),d.__n=i,d.__g|=8,d.__h=[],d.__k=[]),C&&(d.__s||(d.__s=d.state),V.getDerivedStateFromProps&&(d.__s==d.state&&(d.__s=_({},d.__s)),_(d.__s,V.getDerivedStateFromProps(M,d.__s)))),k=d.props,b=d.state,d.__v=r,u.__c){if(M!==k&&C&&!V.getDerivedStateFromProps&&d.componentWillReceiveProps&&d.componentWillReceiveProps(M,L),r.__v==u.__v&&!(8&d.__g)||!(4&d.__g)&&d.shouldComponentUpdate&&!1===d.shouldComponentUpdate(M,d.__s,L)){r.__v!=u.__v&&(d.props=M,d.state=d.__s,d.__g&=-9),r.__e=u.__e,r.__k=u.__k,r.__k.some(function(n){n&&(n.__=r)}),y.push.apply(d.__h,d.__k),d.__k=[],d.__h.length&&e.push(d),l=S(u)
break n}d.componentWillUpdate&&d.componentWillUpdate(M,d.__s,L),C&&d.componentDidUpdate&&d.__h.push(function(){d.componentDidUpdate(k,b,m)})}else C&&!V.getDerivedStateFromProps&&d.componentWillMount&&d.componentWillMount(),C&&d.componentDidMount&&d.__h.push(d.componentDidMount)
d.context=L,d.props=M,d.__P=t,d.__g&=-5,H=n.__r,q=C?25:0
do{d.__g&=-9,H&&H(r),s=d.render(d.props,d.state=d.__s,d.context)}while(8&d.__g&&++q<25)
C&&(y.push.apply(d.__h,d.__k),d.__k=[]),d.state=d.__s,d.getChildContext&&(i=_({},i,d.getChildContext())),C&&u.__c&&d.getSnapshotBeforeUpdate&&(m=d.getSnapshotBeforeUpdate(k,b)),A=s&&s.type===$&&null==s.key?s.props.children:s,M.__P&&(s=l,f=(t=M.__P).namespaceURI,c=o=null,u.props&&u.props.__P!=t&&(u.__k.some(function(n){n&&J(n,n)}),u.__k=null),l=u.__k?S(u,0):null),l=I(t,w(A)?A:[A],r,u,i,f,o,e,l,c,a),M.__P&&(r.__e=null,l=s),r.__u&=-161,p&&p.some(g),d.__h.length&&e.push(d),1&d.__g&&(d.__g&=-4)}catch(t){if(e.length=v,r.__v=null,c||o)if(t&&t.then){if(r.__u|=128|c,o){for(~(T=o.indexOf(l||void 0))||(T=o.length);(N=o[T-1])&&8==N.nodeType;)T--
for(;T<o.length;T++)if(N=o[T])if(o[T]=null,O){if(N==P)break}else{if(8!=N.nodeType)break
N.data.startsWith("$s")&&(P=B(O=N))}}if(!O){for(;l&&8==l.nodeType&&l.nextSibling;)l=l.nextSibling
O=l}(s=B(O=r.__c.__z||(r.__c.__z=O)))?(r.__e=O,l=s):r.__e=l,l=l&&l.nextSibling}else o&&o.some(g)
else r.__e=u.__e
r.__k||(r.__k=u.__k||[]),t&&t.then||D(r),n.__e(t,r,u)}}else l=r.__e=F(u.__e,r,u,i,f,o,e,c,a,t)
return(s=n.diffed)&&s(r),l}function B(n,t){if(n&&8==n.nodeType&&n.data.startsWith("$s"))for(var r=1;n=n.nextSibling;){if(8==n.nodeType)if(n.data.startsWith("$s"))r++
else if(n.data.startsWith("/$s")&&! --r)return n
t&&t.push(n)}}function D(n){n&&(n.__c&&(n.__c.__g|=4),n.__k&&n.__k.some(D))}function E(t,r,u){for(var i=0;i<u.length;)G(u[i++],u[i++],u[i++])
n.__c&&n.__c(r,t),t.some(function(r){try{t=r.__h,r.__h=[],t.some(function(n){n.call(r)})}catch(t){n.__e(t,r.__v)}})}function F(t,r,u,i,f,o,e,l,c,a){var s,h,y,_,k,b,m,M,$=u.props||p,x=r.props,C=r.type
if("svg"==C?f="http://www.w3.org/2000/svg":"math"==C?f="http://www.w3.org/1998/Math/MathML":f||(f="http://www.w3.org/1999/xhtml"),o)for(s=0;s<o.length;s++)if((k=o[s])&&(C?k.localName==C:3==k.nodeType)){t=k,o[s]=null
break}if(!t){if(M=a.ownerDocument||document,!C)return M.createTextNode(x)
t=M.createElementNS(f,C,x.is?x:a),l&&(n.__m&&n.__m(r,o),l=!1),o=null}if(C){if(a="template"==C&&t.content||t,o="textarea"==C&&null!=x.defaultValue?null:o&&d.call(a.childNodes),!l&&o)for($={},s=0;s<t.attributes.length;s++)$[(k=t.attributes[s]).name]=k.value
for(s in $)k=$[s],"dangerouslySetInnerHTML"==s?y=k:"children"==s||s in x||"value"==s&&"defaultValue"in x||"checked"==s&&"defaultChecked"in x||N(t,s,null,k,f)
for(s in x)k=x[s],"children"==s?_=k:"dangerouslySetInnerHTML"==s?h=k:"value"==s?b=k:"checked"==s?m=k:l&&"function"!=typeof k||$[s]===k||N(t,s,k,$[s],f)
h?(l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),r.__k=[]):(y&&(t.textContent=""),("foreignObject"==C||"http://www.w3.org/1998/Math/MathML"==f&&v.test(C))&&(f="http://www.w3.org/1999/xhtml"),I(a,w(_)?_:[_],r,u,i,f,o,e,o?o[0]:u.__k&&S(u,0),l,c),o&&o.some(g)),l&&"textarea"!=C||(s="value","progress"==C&&null==b?t.removeAttribute(s):null==b||b===t[s]&&("progress"!=C||b)||N(t,s,b,$[s],f),s="checked",null!=m&&m!=t[s]&&N(t,s,m,$[s],f))}else $===x||l&&t.data==x||(t.data=x)
return t}function G(t,r,u,i){try{"function"==typeof t?r?r.__x=t(r)||1:i&&(i=i.__c||i.__e)&&(r=i.__x)&&(i.__x=null,"function"==typeof r?r():t(null)):t.current=r}catch(t){n.__e(t,u)}}function J(t,r,u){var i,f,o,e
if(n.unmount&&n.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||G(i,null,r,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){n.__e(t,r)}i.__P=i.__n=null}if(i=t.__k)for(e=0;e<i.length;e++)i[e]&&J(i[e],r,"function"!=typeof t.type||u&&!t.props.__P)
!u&&(i=t.__c)&&(i=i.__z)&&(f=B(i,o=[]))&&(i==t.__e&&o.some(g),g(f),g(i)),u||g(t.__e),t.__e=t.__c=t.__=null}function K(n,t,r){return this.constructor(n,r)}function Q(t,r){var u,i,f,o
n.__&&n.__(t,r),9==r.nodeType&&(r=r.documentElement),i=(u=t&&32&t.__u)?null:r.__k,r.__k=m($,{children:[t]}),f=[],o=[],z(r,r.__k,i||p,p,r.namespaceURI,i?null:r.firstChild?d.call(r.childNodes):null,f,i?i.__e:r.firstChild,u,o),E(f,r.__k,o),r.__k.props.children=null}function R(n,t){n&&"object"==typeof n&&(n.__u|=32),Q(n,t)}function U(n){function t(n){var r,u
return this.getChildContext||(r=new Set,(u={})[t.__c]=this,this.getChildContext=function(){return u},this.shouldComponentUpdate=function(n){this.props.value!=n.value&&r.forEach(function(n){n.__g|=4,L(n)})},this.sub=function(n){r.add(n)
var t=n.componentWillUnmount
n.componentWillUnmount=function(){r.delete(n),t&&t.call(n)}}),n.children}return t.__c="__cC"+s++,t.__=n,t.Provider=(t.Consumer=function(n,t){return n.children(t)}).contextType=t,t}function W(n){return n.children}function X(n,t){return m(W,{__P:t,children:n})}n={__e:function(n,t,r,u){for(var i,o,e;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4
try{if((e=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(n)),i.componentDidCatch&&(i.componentDidCatch(n,u||{}),e=1),e&&8&i.__g)return void(i.__g|=2)}catch(t){n=t}}throw f=0,n}},preact_t=0,r=function(n){return null!=n&&n.constructor===h},x.prototype.setState=function(n,t){var r=this.__s
r&&r!=this.state||(r=this.__s=_({},this.state)),"function"==typeof n&&(n=n(_({},r),this.props)),n&&(_(r,n),this.__v&&(t&&this.__k.push(t),L(this)))},x.prototype.forceUpdate=function(n){this.__v&&(this.__g|=4,n&&this.__h.push(n),L(this))},x.prototype.render=$,u=[],f=0,o=function(n,t){return n.__v.__b-t.__v.__b},preact_e=Symbol(),l=/(PointerCapture)$|Capture$/i,c=0,a={},s=0
var dist_o="__s",dist_i="__c",dist_a="__k",dist_u="__d",dist_c="__s",dist_f=/[\s\n\\/='"\0<>]/,dist_s=/^(xlink|xmlns|xml)([A-Z])/,dist_l=/^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|playsI|popoverT|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/,dist_p=/^ac|^ali|arabic|basel|cap|clipPath$|clipRule$|color|dominant|enable|fill|flood|font|glyph[^R]|horiz|image|letter|lighting|marker[^WUH]|overline|panose|pointe|paint|rendering|shape|stop|strikethrough|stroke|text[^L]|transform|underline|unicode|units|^v[^i]|^w|^xH/,dist_h=new Set(["draggable","spellcheck"])
function dist_d(e){void 0!==e.__g?e.__g|=8:e[dist_u]=!0}function dist_v(e){void 0!==e.__g?e.__g&=-9:e[dist_u]=!1}function dist_m(e){return void 0!==e.__g?!!(8&e.__g):!0===e[dist_u]}var dist_y=/["&<]/
function dist_(e){if(0===e.length||!1===dist_y.test(e))return e
for(var t=0,n=0,r="",o="";n<e.length;n++){switch(e.charCodeAt(n)){case 34:o="&quot;"
break
case 38:o="&amp;"
break
case 60:o="&lt;"
break
default:continue}n!==t&&(r+=e.slice(t,n)),r+=o,t=n+1}return n!==t&&(r+=e.slice(t,n)),r}var dist_g={},dist_k=new Set(["animation-iteration-count","border-image-outset","border-image-slice","border-image-width","box-flex","box-flex-group","box-ordinal-group","column-count","fill-opacity","flex","flex-grow","flex-negative","flex-order","flex-positive","flex-shrink","flood-opacity","font-weight","grid-column","grid-row","line-clamp","line-height","opacity","order","orphans","stop-opacity","stroke-dasharray","stroke-dashoffset","stroke-miterlimit","stroke-opacity","stroke-width","tab-size","widows","z-index","zoom"]),dist_b=/[A-Z]/g
function dist_x(e){var t=""
for(var n in e){var r=e[n]
if(null!=r&&""!==r){var o="-"==n[0]?n:dist_g[n]||(dist_g[n]=n.replace(dist_b,"-$&").toLowerCase()),i=";"
"number"!=typeof r||o.startsWith("--")||dist_k.has(o)||(i="px;"),t=t+o+":"+r+i}}return t||void 0}function dist_w(){this.__d=!0}function dist_H(e,t){return{__v:e,context:t,props:e.props,setState:dist_w,forceUpdate:dist_w,__d:!0,__h:new Array(0)}}function dist_C(e,t,n){if(!e.s){if(n instanceof dist_D){if(!n.s)return void(n.o=dist_C.bind(null,e,t))
1&t&&(t=n.s),n=n.v}if(n&&n.then)return void n.then(dist_C.bind(null,e,t),dist_C.bind(null,e,2))
e.s=t,e.v=n
const r=e.o
r&&r(e)}}var dist_D=null&&function(){function e(){}return e.prototype.then=function(t,n){var r=new e,o=this.s
if(o){var i=1&o?t:n
if(i){try{dist_C(r,1,i(this.v))}catch(e){dist_C(r,2,e)}return r}return this}return this.o=function(e){try{var o=e.v
1&e.s?dist_C(r,1,t?t(o):o):n?dist_C(r,1,n(o)):dist_C(r,2,o)}catch(e){dist_C(r,2,e)}},r},e}()
function dist_A(e){return e instanceof dist_D&&1&e.s}function dist_S(e,t,n){for(var r;;){var o=e()
if(dist_A(o)&&(o=o.v),!o)return i
if(o.then){r=0
break}var i=n()
if(i&&i.then){if(!dist_A(i)){r=1
break}i=i.s}if(t){var a=t()
if(a&&a.then&&!dist_A(a)){r=2
break}}}var u=new dist_D,c=dist_C.bind(null,u,2)
return(0===r?o.then(s):1===r?i.then(f):a.then(l)).then(void 0,c),u
function f(r){i=r
do{if(t&&(a=t())&&a.then&&!dist_A(a))return void a.then(l).then(void 0,c)
if(!(o=e())||dist_A(o)&&!o.v)return void dist_C(u,1,i)
if(o.then)return void o.then(s).then(void 0,c)
dist_A(i=n())&&(i=i.v)}while(!i||!i.then)
i.then(f).then(void 0,c)}function s(e){e?(i=n())&&i.then?i.then(f).then(void 0,c):f(i):dist_C(u,1,i)}function l(){(o=e())?o.then?o.then(s).then(void 0,c):s(o):dist_C(u,1,i)}}function dist_E(e,t){try{var n=e()}catch(e){return t(!0,e)}return n&&n.then?n.then(t.bind(null,!1),t.bind(null,!0)):t(!1,n)}var dist_L=function(n,r){try{var o=dist_W()
return Promise.resolve(dist_E(function(){return Promise.resolve(dist_B(function(){var i,u=e(t,null)
return u[dist_a]=[n],o.rootHook&&o.rootHook(n,((i={})[dist_a]=u,i.nodeType=1,i)),dist_q(n,r||dist_T,!1,void 0,u,!0,void 0,o)})).then(function(e){var t,n=function(){if(dist_P(e)){var n=function(){var e=o.join(dist_U)
return t=1,e},r=0,o=e,i=dist_S(function(){return!!o.some(function(e){return e&&"function"==typeof e.then})&&r++<25},void 0,function(){return Promise.resolve(Promise.all(o)).then(function(e){o=e.flat()})})
return i&&i.then?i.then(n):n()}}()
return n&&n.then?n.then(function(n){return t?n:e}):t?n:e})},function(e,t){if(o.commitHook&&dist_B(function(){return o.commitHook(n,dist_j)}),dist_j.length=0,e)throw t
return t}))}catch(e){return Promise.reject(e)}},dist_T={},dist_j=[],dist_P=Array.isArray,dist_$=Object.assign,dist_U="",Z="\x3c!--$s--\x3e",dist_F="\x3c!--/$s--\x3e"
function dist_M(e){return"string"==typeof e?Z+e+dist_F:dist_P(e)?(e.unshift(Z),e.push(dist_F),e):e&&"function"==typeof e.then?e.then(dist_M):Z+e+dist_F}function dist_W(){return{beforeDiff:n.__b,afterDiff:n.diffed,renderHook:n.__r,unmountHook:n.unmount,rootHook:n.__,commitHook:n.__c,catchError:n.__e,errorBoundaries:n.errorBoundaries}}function dist_B(e){var t=n[dist_o]
n[dist_o]=!0
try{return e()}finally{n[dist_o]=t}}function dist_z(n,r,o){var i=dist_W()
try{var u=dist_B(function(){var u,c=k($,null)
return c[dist_a]=[n],i.rootHook&&i.rootHook(n,((u={})[dist_a]=c,u.nodeType=1,u)),dist_q(n,r||dist_T,!1,void 0,c,!1,o,i)})
return dist_P(u)?u.join(dist_U):u}catch(e){if(e.then)throw new Error('Use "renderToStringAsync" for suspenseful rendering.')
throw e}finally{i.commitHook&&dist_B(function(){return i.commitHook(n,dist_j)}),dist_j.length=0}}function dist_N(e,t,n){var r,o=e.type,a=!0
return e[dist_i]?(a=!1,(r=e[dist_i]).state=r[dist_c]):r=new o(e.props,t),e[dist_i]=r,r.__v=e,r.props=e.props,r.context=t,dist_d(r),null==r.state&&(r.state=dist_T),null==r[dist_c]&&(r[dist_c]=r.state),o.getDerivedStateFromProps?r.state=dist_$({},r.state,o.getDerivedStateFromProps(r.props,r.state)):a&&r.componentWillMount?(r.componentWillMount(),r.state=r[dist_c]!==r.state?r[dist_c]:r.state):!a&&r.componentWillUpdate&&r.componentWillUpdate(),n.renderHook&&n.renderHook(e),r.render(r.props,r.state,t)}function dist_q(e,n,o,u,y,g,k,b){if(null==e||!0===e||!1===e||e===dist_U)return dist_U
var w=typeof e
if("object"!=w)return"function"==w?dist_U:"string"==w?dist_(e):e+dist_U
if(dist_P(e)){var C,D=dist_U
y[dist_a]=e
for(var A=e.length,S=0;S<A;S++){var E=e[S]
if(null!=E&&"boolean"!=typeof E){var L,j=dist_q(E,n,o,u,y,g,k,b)
"string"==typeof j?D+=j:(C||(C=new Array(A)),D&&C.push(D),D=dist_U,dist_P(j)?(L=C).push.apply(L,j):C.push(j))}}return C?(D&&C.push(D),C):D}if(!r(e))return dist_U
e.__=y,b.beforeDiff&&b.beforeDiff(e)
var Z=e.type,F=e.props
if("function"==typeof Z){var W,z,O,R=n
if(Z===$){if("tpl"in F){for(var K,G=dist_U,J=0;J<F.tpl.length;J++)if(G+=F.tpl[J],F.exprs&&J<F.exprs.length){var Q=F.exprs[J]
if(null==Q)continue
if("object"==typeof Q&&(r(Q)||dist_P(Q))){var X,Y=dist_q(Q,n,o,u,e,g,k,b)
"string"==typeof Y?G+=Y:(K||(K=[]),G&&K.push(G),G=dist_U,dist_P(Y)?(X=K).push.apply(X,Y):K.push(Y))}else G+=Q}return K?(G&&K.push(G),K):G}if("UNSTABLE_comment"in F)return"\x3c!--"+dist_(F.UNSTABLE_comment)+"--\x3e"
z=F.children}else{if(null!=(W=Z.contextType)){var ee=n[W.__c]
R=ee?ee.props.value:W.__}var te=Z.prototype&&"function"==typeof Z.prototype.render
if(te)z=dist_N(e,R,b),O=e[dist_i]
else{e[dist_i]=O=dist_H(e,R)
for(var ne=0;dist_m(O)&&ne++<25;){dist_v(O),b.renderHook&&b.renderHook(e)
try{z=Z.call(O,F,R)}catch(t){throw g&&t&&"function"==typeof t.then&&(e._suspended=!0),t}}dist_d(O)}if(null!=O.getChildContext&&(n=dist_$({},n,O.getChildContext())),te&&b.errorBoundaries&&(Z.getDerivedStateFromError||O.componentDidCatch)){z=null!=z&&z.type===$&&null==z.key&&null==z.props.tpl?z.props.children:z
try{return dist_q(z,n,o,u,e,g,!1,b)}catch(r){return Z.getDerivedStateFromError&&(O[dist_c]=Z.getDerivedStateFromError(r)),O.componentDidCatch&&O.componentDidCatch(r,dist_T),dist_m(O)?(z=dist_N(e,n,b),null!=(O=e[dist_i]).getChildContext&&(n=dist_$({},n,O.getChildContext())),dist_q(z=null!=z&&z.type===$&&null==z.key&&null==z.props.tpl?z.props.children:z,n,o,u,e,g,k,b)):dist_U}finally{b.afterDiff&&b.afterDiff(e),b.unmountHook&&b.unmountHook(e)}}}z=null!=z&&z.type===$&&null==z.key&&null==z.props.tpl?z.props.children:z
try{var re=dist_q(z,n,o,u,e,g,k,b)
return b.afterDiff&&b.afterDiff(e),b.unmountHook&&b.unmountHook(e),e._suspended?dist_M(re):re}catch(t){if(!g&&k&&k.onError){var oe=function t(r){return k.onError(r,e,function(e,r){try{return dist_B(function(){return dist_q(e,n,o,u,r,g,k,b)})}catch(e){return t(e)}})}(t)
return void 0!==oe?oe:(b.catchError&&b.catchError(t,e),dist_U)}if(!g)throw t
if(!t||"function"!=typeof t.then)throw t
return t.then(function t(){try{var r=dist_B(function(){return dist_q(z,n,o,u,e,g,k,b)})
return e._suspended?dist_M(r):r}catch(e){if(!e||"function"!=typeof e.then)throw e
return e.then(t)}})}}var ie,ae="<"+Z,ue=dist_U
for(var ce in F){var fe=F[ce]
if("function"!=typeof(fe=dist_V(fe)?fe.value:fe)||"class"===ce||"className"===ce){switch(ce){case"children":ie=fe
continue
case"key":case"ref":case"__self":case"__source":continue
case"htmlFor":if("for"in F)continue
ce="for"
break
case"className":if("class"in F)continue
ce="class"
break
case"defaultChecked":ce="checked"
break
case"defaultSelected":ce="selected"
break
case"defaultValue":case"value":switch(ce="value",Z){case"textarea":ie=fe
continue
case"select":u=fe
continue
case"option":u!=fe||"selected"in F||(ae+=" selected")}break
case"dangerouslySetInnerHTML":ue=fe&&fe.__html
continue
case"style":"object"==typeof fe&&(fe=dist_x(fe))
break
case"acceptCharset":ce="accept-charset"
break
case"httpEquiv":ce="http-equiv"
break
default:if(dist_f.test(ce))continue
dist_s.test(ce)?ce=ce.replace(dist_s,"$1:$2").toLowerCase():"-"!==ce[4]&&!dist_h.has(ce)||null==fe?o?dist_p.test(ce)&&(ce="panose1"===ce?"panose-1":ce.replace(/([A-Z])/g,"-$1").toLowerCase()):dist_l.test(ce)&&(ce=ce.toLowerCase()):fe+=dist_U}null!=fe&&!1!==fe&&(ae=!0===fe||fe===dist_U?ae+" "+ce:ae+" "+ce+'="'+dist_(fe+dist_U)+'"')}}if(dist_f.test(Z))throw new Error(Z+" is not a valid HTML tag name in "+ae+">")
if(ue||("string"==typeof ie?ue=dist_(ie):null!=ie&&!1!==ie&&!0!==ie&&(ue=dist_q(ie,n,"svg"===Z||"foreignObject"!==Z&&o,u,e,g,k,b))),b.afterDiff&&b.afterDiff(e),b.unmountHook&&b.unmountHook(e),!ue&&dist_I.has(Z))return ae+"/>"
var se="</"+Z+">",le=ae+">"
return dist_P(ue)?[le].concat(ue,[se]):"string"!=typeof ue?[le,ue,se]:le+ue+se}var dist_I=new Set(["area","base","br","col","command","embed","hr","img","input","keygen","link","meta","param","source","track","wbr"]),dist_O=null&&dist_z,dist_R=null&&dist_z
function dist_V(e){return null!==e&&"object"==typeof e&&"function"==typeof e.peek&&"value"in e}var report_progress=__webpack_require__(6635)
var report_rows=__webpack_require__(1993)
var report_run=__webpack_require__(5443)
const pageStyle=`\n:root { color-scheme: light dark; --ink: #1c2024; --soft: #60646c; --paper: #fff; --line: #e0e1e6; --shade: #f7f7f9; --good: #18794e; --bad: #c62a2f; --bar: #8da4ef; }\n@media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --soft: #b0b4ba; --paper: #111113; --line: #363a3f; --shade: #18191b; --good: #3dd68c; --bad: #ff9592; --bar: #3e63dd; } }\n* { box-sizing: border-box; }\nbody { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }\nmain { max-width: 76rem; margin: 0 auto; padding: 2rem 1rem 4rem; }\nh1 { font-size: clamp(1.3rem, 3.5vw, 2rem); line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }\nh1.good::before { content: "✓ "; color: var(--good); }\nh1.bad::before { content: "✗ "; color: var(--bad); }\nh2 { font-size: 1.05rem; margin: 2.5rem 0 .75rem; }\n.project { margin: 0; color: var(--soft); letter-spacing: .04em; text-transform: uppercase; font-size: .8rem; }\n.source, small { color: var(--soft); }\n.source code { overflow-wrap: anywhere; }\n.scroll { overflow-x: auto; }\ntable { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }\nth, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }\nthead th { color: var(--soft); font-weight: 500; font-size: .85rem; white-space: nowrap; }\ntbody th { font-weight: 600; white-space: nowrap; }\nsmall { display: block; font-weight: 400; font-size: .82rem; }\n.why small { min-width: 14rem; max-width: 26rem; }\nth.number, td.number { text-align: right; white-space: nowrap; }\ncode, pre { font: .87em/1.5 ui-monospace, monospace; }\npre { background: var(--shade); padding: .75rem; overflow-x: auto; }\n.bar { display: block; height: 3px; background: var(--bar); margin: .25rem 0 0 auto; }\nh1, h2, .source { max-width: 46rem; }\n.badge { font-weight: 600; }\n.published.badge, .unchanged.badge, .built.badge, li.good::marker { color: var(--good); }\n.failed.badge, .unknown.badge, .problem, li.bad { color: var(--bad); }\nli.good::marker { content: "✓ "; }\nli.bad::marker { content: "✗ "; }\nli.warned::marker { content: "! "; }\nli.skipped { color: var(--soft); }\nli.skipped::marker { content: "- "; }\ndetails { border-bottom: 1px solid var(--line); padding: .4rem 0; }\nsummary { cursor: pointer; color: var(--soft); }\nsummary b { color: var(--ink); }\nul { margin: .5rem 0; padding-left: 1.5rem; }\nli { overflow-wrap: anywhere; }\n@media print { main { max-width: none; padding: 0; } .scroll { overflow: visible; } }\n`
var table=__webpack_require__(70)
var words=__webpack_require__(9179)
function reportPage(run){const rows=(0,report_rows.h)(run)
const title=`${run.plan.project} ${run.plan.source.revision.slice(0,7)}`
const policy="default-src 'none'; style-src 'unsafe-inline'"
const page=k("html",{lang:"en"},[k("head",null,[k("meta",{charSet:"utf-8"}),k("meta",{name:"viewport",content:"width=device-width, initial-scale=1"}),k("meta",{"http-equiv":"Content-Security-Policy",content:policy}),k("title",null,title),k("style",{dangerouslySetInnerHTML:{__html:pageStyle}})]),k("body",null,k("main",null,[header(run,rows),services(run,rows),details(run,rows),findings(run),phases(run),commands(run)]))])
return`<!doctype html>\n${dist_z(page)}\n`}function header(run,rows){const{source:source}=run.plan
const bad=rows.some(({outcome:outcome})=>outcome==="failed"||outcome==="unknown")
return k("header",null,[k("p",{class:"project"},run.plan.project),k("h1",{class:bad?"bad":"good"},(0,words.Pl)(rows,run.durationMs)),k("p",{class:"source"},["revision ",k("code",null,source.revision),` of ${source.committedAt}`,source.dirty?", with uncommitted changes":"",run.smoke?`; smoked on network ${run.smoke.network.name}${run.smoke.network.subnet?` (${run.smoke.network.subnet})`:""}`:""])])}function services(run,rows){const longest=Math.max(1,...rows.map(({buildMs:buildMs})=>buildMs??0))
const titles=new Map(run.plan.services.map(({name:name,title:title})=>[name,title]))
const numbers=["Size","Build","Latency"]
const head=["Service","Decision","Outcome","Digest","Size","Build","Health","Latency"]
return section("Services",[k("div",{class:"scroll",tabIndex:0,role:"region","aria-label":"Services"},[k("table",null,[k("thead",null,k("tr",null,head.map(text=>k("th",{scope:"col",class:numbers.includes(text)?"number":undefined},text)))),k("tbody",null,rows.map(row=>k("tr",{class:row.outcome},[k("th",{scope:"row"},[row.service,k("small",null,titles.get(row.service))]),k("td",{class:"why"},[row.decision,k("small",null,row.why)]),k("td",null,[k("span",{class:`badge ${row.outcome}`},row.outcome),k("small",null,row.tags.join(" "))]),k("td",null,k("code",{title:row.digest},row.digest===undefined?"-":(0,words.VK)(row.digest))),k("td",{class:"number"},row.size===undefined?"-":(0,words.Ej)(row.size)),k("td",{class:"number"},row.buildMs===undefined?"-":[(0,words.p0)(row.buildMs),bar(row.buildMs/longest)]),k("td",null,(0,table.j)(row)),k("td",{class:"number"},row.latencyMs===undefined?"-":(0,words.p0)(row.latencyMs))])))])])])}const bar=share=>k("i",{class:"bar",style:`width:${(share*100).toFixed(1)}%`})
function details(run,rows){const images=(0,report_run.Q)(run)
return section("Checks",rows.map(row=>{const built=run.build?.images.filter(({service:service})=>service===row.service)??[]
const smoked=run.smoke?.services.filter(({service:service})=>service===row.service)??[]
const checked=images.filter(({service:service})=>service===row.service)
const checks=checked.flatMap(image=>image.checks)
const unchecked=checked.flatMap(image=>image.unchecked??[])
const probes=smoked.flatMap(({probes:list})=>list)
const log=[...built.flatMap(({error:error})=>error?.log??[]),...smoked.flatMap(({failure:failure})=>failure?.log??[])]
const failed=checks.filter(({ok:ok})=>!ok).length+probes.filter(({ok:ok})=>!ok).length
const count=`${checks.length+probes.length-failed} of ${checks.length+probes.length} passed`
return k("details",{open:row.problem!==undefined},[k("summary",null,[k("b",null,row.service),` ${checks.length+probes.length===0?"nothing was checked":count}`]),row.problem===undefined?null:k("p",{class:"problem"},row.problem),k("ul",null,[...checks.map(check=>k("li",{class:classOf(check)},checkText(check))),...unchecked.map(({id:id,reason:reason})=>k("li",{class:"skipped"},`${id}: not looked at, ${reason}`)),...probes.map(({ok:ok,target:target,status:status,latencyMs:latencyMs,error:error})=>k("li",{class:ok?"good":"bad"},[target,status,latencyMs===undefined?undefined:(0,words.p0)(latencyMs),error].filter(part=>part!==undefined).join(" · ")))]),log.length===0?null:k("pre",{tabIndex:0},log.join("\n"))])}))}const classOf=({ok:ok,level:level})=>ok?"good":level==="warning"?"warned":"bad"
const checkText=({name:name,ok:ok,expected:expected,actual:actual})=>ok?`${name}: ${actual}`:`${name}: ${actual}, not ${expected}`
function findings({lint:lint}){if(lint===undefined||lint.findings.length===0)return null
return section("Findings",[k("ul",null,lint.findings.map(({severity:severity,message:message,at:at,code:code})=>k("li",{class:severity==="error"?"bad":""},`${severity}: ${at?`${at.file}:${at.line??1} `:""}${message} (${code})`)))])}function phases(run){const progress=(0,report_progress.B)(run)
if(progress===undefined)return null
return section(`Progress: ${progress.complete} of ${progress.required}, ${progress.percent} %`,[k("div",{class:"scroll",tabIndex:0,role:"region","aria-label":"Progress"},[k("table",null,[k("thead",null,k("tr",null,["Phase","Category","Required","Completed","Status"].map(text=>k("th",{scope:"col"},text)))),k("tbody",null,progress.phases.map(({id:id,title:title,required:required,complete:complete,status:status})=>k("tr",null,[k("th",{scope:"row"},id),k("td",null,title),k("td",{class:"number"},required),k("td",{class:"number"},[complete,bar(required===0?0:complete/required)]),k("td",null,status)])))])])])}function commands({build:build}){if(build===undefined||build.command.length===0)return null
return section("Command",[k("pre",{tabIndex:0},build.command.join(" "))])}const section=(title,children)=>k("section",null,[k("h2",null,title),children])}}
