"""What people ask and what they get, put together for staff from the stored turns."""
