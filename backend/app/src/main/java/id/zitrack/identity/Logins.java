package id.zitrack.identity;

import org.springframework.data.repository.ListCrudRepository;

interface Logins extends ListCrudRepository<Login, String> {}
