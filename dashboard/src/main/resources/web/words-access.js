// The words of signing in and of roles, in both languages under the same keys.

const vi = {
  signIn: "Đăng nhập", signOut: "Đăng xuất", signInToken: "Mã truy cập", signInHint: "Dán mã truy cập do người quản trị bảng này cấp. Trình duyệt không lưu mã.",
  signInWrong: "Mã không đúng hoặc đã hết hạn. Hãy xin mã mới từ người quản trị.", signInTooOften: "Sai mã quá nhiều lần. Hãy chờ một phút rồi thử lại.",
  signInAway: "Dịch vụ xác thực không trả lời. Hãy thử lại sau.",
  noRole: "Bạn đã đăng nhập nhưng chưa có vai trò nào ở đây. Hãy nhờ người quản trị cấp vai trò, rồi đăng xuất và đăng nhập lại.",
  roleViewer: "người xem", roleOperator: "điều hành viên", roleAdmin: "quản trị", roleNone: "chưa có vai trò",
  tripsForbidden: "Chỉ điều hành viên được xem từng chuyến xe. Hãy nhờ người quản trị cấp vai trò này.",
};

const en = {
  signIn: "Sign in", signOut: "Sign out", signInToken: "Access token", signInHint: "Paste the token that whoever runs this board gave you. The browser does not keep it.",
  signInWrong: "The token is wrong or has expired. Ask whoever runs this board for a new one.", signInTooOften: "Too many wrong tokens. Wait a minute and try again.",
  signInAway: "The identity provider does not answer. Try again later.",
  noRole: "You have signed in, but have no role here. Ask whoever runs this board for one, then sign out and in again.",
  roleViewer: "viewer", roleOperator: "operator", roleAdmin: "admin", roleNone: "no role",
  tripsForbidden: "Single trips are for operators only. Ask whoever runs this board for that role.",
};

export const ACCESS_WORDS = { vi, en };
